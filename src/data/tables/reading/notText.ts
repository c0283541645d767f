/** What a file is that is no text, by its first bytes. */
export type NotText = 'excel' | 'zip' | 'gzip' | 'pdf' | 'hdf5' | 'numpy' | 'parquet' | 'picture' | 'binary';

const marks: readonly (readonly [what: NotText, bytes: readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['excel', [0xd0, 0xcf, 0x11, 0xe0]],
  ['gzip', [0x1f, 0x8b]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['hdf5', [0x89, 0x48, 0x44, 0x46]],
  ['numpy', [0x93, 0x4e, 0x55, 0x4d]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
];

/** By the first bytes and the name: Excel's newer files are zips. */
export function notText(first: Uint8Array, name: string): NotText | null {
  const found = marks.find(([, bytes]) => bytes.every((byte, at) => first[at] === byte))?.[0] ?? null;
  return found === 'zip' && /\.xls[xmb]$/i.test(name) ? 'excel' : found;
}
