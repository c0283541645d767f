/** How a tensor lies in a shard: tfjs's `weightsManifest[].weights[]`. */
export interface ShardedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?:
    { readonly dtype: string; readonly scale?: number | undefined; readonly min?: number | undefined } | undefined;
}

const bytesOf: Readonly<Record<string, number>> = { float32: 4, int32: 4, bool: 1, uint8: 1, uint16: 2, float16: 2 };

const storedType = ({ dtype, quantization }: ShardedTensor) => quantization?.dtype ?? dtype;

/** Bytes that a tensor takes in its shard; null where its type has no fixed size (`string`) or is not known. */
export function storedBytes(tensor: ShardedTensor): number | null {
  const each = Object.hasOwn(bytesOf, storedType(tensor)) ? bytesOf[storedType(tensor)]! : null;
  return each === null ? null : tensor.shape.reduce((product, length) => product * length, each);
}

/** Some of a tensor's values as tfjs restores them (`decodeWeights` of tfjs-core): stored · scale + min in double precision. */
export function restored(tensor: ShardedTensor, bytes: ArrayBuffer): Float32Array<ArrayBuffer> {
  const { quantization, dtype } = tensor;
  const type = storedType(tensor);
  if (type === 'float16') return Float32Array.from(new Uint16Array(bytes), halfToNumber);
  if (type === 'float32') return new Float32Array(bytes);
  if (type === 'int32') return Float32Array.from(new Int32Array(bytes));
  const stored = type === 'uint16' ? new Uint16Array(bytes) : new Uint8Array(bytes);
  if (!quantization) return Float32Array.from(stored);
  const { scale = 1, min = 0 } = quantization;
  const round = dtype === 'int32' ? Math.round : (value: number) => value;
  return Float32Array.from(stored, (value) => round(value * scale + min));
}

/** IEEE 754 half precision. */
function halfToNumber(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : Number.NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
