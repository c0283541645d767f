/** A tensor by name, float32, row-major. */
export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** The header ends at a multiple of this many bytes. */
const alignment = 8;

/**
 * Tensors as a `.safetensors` file: the header's length as a little-endian 64-bit number, the header as JSON, and the
 * values of all tensors one after the other (https://github.com/huggingface/safetensors).
 */
export function safetensors(tensors: readonly NamedTensor[]): Uint8Array<ArrayBuffer> {
  let size = 0;
  const entries = tensors.map(({ name, shape, values }) => {
    const start = size;
    size += values.length * 4;
    return [name, { dtype: 'F32', shape, data_offsets: [start, size] }] as const;
  });
  const json = new TextEncoder().encode(
    JSON.stringify({ __metadata__: { format: 'pt' }, ...Object.fromEntries(entries) }),
  );
  const head = Math.ceil(json.length / alignment) * alignment;
  const bytes = new Uint8Array(8 + head + size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, head, true);
  bytes.fill(0x20, 8, 8 + head);
  bytes.set(json, 8);
  let at = 8 + head;
  for (const { values } of tensors) {
    for (const value of values) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  }
  return bytes;
}
