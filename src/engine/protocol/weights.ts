/** Weight tensors by `layer/weight`, float32. */
export type WeightData = Readonly<
  Record<string, { readonly shape: readonly number[]; readonly values: Float32Array<ArrayBuffer> }>
>;
