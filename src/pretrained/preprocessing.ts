/** How pictures are prepared for a pretrained model; `none` leaves 0 … 255 as they are. */
export type Preprocessing = 'caffe' | 'tf' | 'torch' | 'scale' | 'none';

/** Means and deviations of ImageNet, as `keras.applications.imagenet_utils` has them. */
export const imagenetNumbers = {
  /** Blue, green, red, 0 … 255. */
  caffeMean: [103.939, 116.779, 123.68],
  /** Red, green, blue, 0 … 1. */
  torchMean: [0.485, 0.456, 0.406],
  torchDeviation: [0.229, 0.224, 0.225],
} as const;

const round = Math.fround;

/** Each step in float32, in NumPy's order, so that the bits are Keras's. `channel` 0 is red. */
const formulas: Readonly<Record<Exclude<Preprocessing, 'caffe'>, (value: number, channel: number) => number>> = {
  tf: (value) => round(round(value / 127.5) - 1),
  torch: (value, channel) => {
    const { torchMean, torchDeviation } = imagenetNumbers;
    const centred = round(round(value / 255) - round(torchMean[channel]!));
    return round(centred / round(torchDeviation[channel]!));
  },
  scale: (value) => round(value / 255),
  none: (value) => value,
};

/**
 * A picture of shape `[..., 3]`, red green blue, values 0 … 255, prepared as `keras.applications` does
 * (`imagenet_utils.preprocess_input`, channels last); `scale` divides by 255. Fresh values of the same shape;
 * `caffe` returns blue, green, red. Throws a `RangeError` when the number of values is no multiple of 3.
 */
export function preprocessed(values: ArrayLike<number>, mode: Preprocessing): Float32Array<ArrayBuffer> {
  if (values.length % 3 !== 0) throw new RangeError(`A colour image has three values per pixel, not ${values.length}.`);
  const prepared = new Float32Array(values.length);
  for (let at = 0; at < prepared.length; at++) {
    const channel = at % 3;
    if (mode !== 'caffe') prepared[at] = formulas[mode](values[at]!, channel);
    else prepared[at] = values[at - channel + 2 - channel]! - round(imagenetNumbers.caffeMean[channel]!);
  }
  return prepared;
}
