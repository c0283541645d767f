/** One tensor in a file: little-endian float32 values, row by row. */
export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array<ArrayBuffer>;
}

/** `model.json` of TensorFlow.js's layers format, as far as it is read here; a file that was only announced has no paths. */
export interface TensorsJson {
  readonly weightsManifest: readonly {
    readonly paths: readonly string[];
    readonly weights: readonly { readonly name: string; readonly shape: readonly number[]; readonly dtype: string }[];
  }[];
}

type Group = TensorsJson['weightsManifest'][number];

/** The tensors of a group of files, whose bytes come one file after the other. Throws where they are too short. */
export function tensorsIn({ weights }: Group, bytes: Uint8Array): readonly NamedTensor[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  return weights.map(({ name, shape }) => {
    const size = shape.reduce((product, axis) => product * axis, 1);
    if (at + size * 4 > bytes.length) throw new Error(`The values of ${name} are missing.`);
    const values = new Float32Array(size);
    for (let index = 0; index < size; index++) values[index] = view.getFloat32(at + index * 4, true);
    at += size * 4;
    return { name, shape, values };
  });
}
