/** Bytes of a piece of a WebAssembly module. */
export type Bytes = readonly number[];

/** A whole number without a sign in LEB128. */
export function unsigned(value: number): Bytes {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low + 128 : low);
  } while (rest > 0);
  return bytes;
}

/** A whole number of 32 bits with its sign in LEB128. */
export function signed(value: number): Bytes {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 127;
    rest >>= 7;
    if ((rest === 0 && (low & 64) === 0) || (rest === -1 && (low & 64) !== 0)) return [...bytes, low];
    bytes.push(low | 128);
  }
}

/** The four bytes of a float. */
export const floatBytes = (value: number): Bytes => [...new Uint8Array(Float32Array.of(value).buffer)];

/** The number of parts, then the parts. */
export const list = (parts: readonly Bytes[]): Bytes => [...unsigned(parts.length), ...parts.flat()];

/** A section or a function's body: its length in bytes goes before it. */
export const sized = (bytes: Bytes): Bytes => [...unsigned(bytes.length), ...bytes];

/** A name in ASCII. */
export const named = (name: string): Bytes => sized([...name].map((letter) => letter.charCodeAt(0)));
