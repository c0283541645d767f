/** What TensorFlow.js 4.22 itself does not have: models with them open only here and in Keras. */
const missingInTfjs: ReadonlySet<string> = new Set([
  'GroupNormalization',
  'SpatialDropout2D',
  'SpatialDropout3D',
  'UnitNormalization',
  'ZeroPadding1D',
]);

/** Is this TensorFlow.js's known refusal of a class that it lacks? Then it is added to `met`. */
export function knownRefusal(message: string, met: Set<string>): boolean {
  const name = /^Unknown (?:layer|activation function|initializer|regularizer|constraint): (\w+)/.exec(message)?.[1];
  if (name === undefined || !missingInTfjs.has(name)) return false;
  met.add(name);
  return true;
}
