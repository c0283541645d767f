/** Classes that TensorFlow.js 4.22 itself does not have: models with them open only here and in Keras. */
const missing: readonly string[] = [
  'Cropping1D',
  'GroupNormalization',
  'RandomBrightness',
  'RandomContrast',
  'RandomFlip',
  'RandomRotation',
  'RandomTranslation',
  'RandomZoom',
  'SpatialDropout2D',
  'SpatialDropout3D',
  'Subtract',
  'UnitNormalization',
  'UpSampling1D',
  'ZeroPadding1D',
];

/** What it says of a layer that it has, but only in part. */
const inPart: Readonly<Record<string, string>> = {
  'GRU with resetAfter': 'GRUCell does not support reset_after parameter set to true.',
  // Its `call` does not take the list of one tensor that a model gives.
  Resizing: 'Error in resizeBilinear: x must be rank 3 or 4, but got rank 1.',
};

/** Is this TensorFlow.js's known refusal of something that it lacks? Then it is added to `met`. */
export function knownRefusal(message: string, met: Set<string>): boolean {
  const name = /^Unknown layer: (\w+)\./.exec(message)?.[1];
  const known = missing.find((each) => each === name) ?? Object.keys(inPart).find((each) => inPart[each] === message);
  if (known !== undefined) met.add(known);
  return known !== undefined;
}
