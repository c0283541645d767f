import { brickList } from '../../../bricks/index';
import { initialParams } from '../../../src/brick/brick';

/** Classes that may be missing in TensorFlow.js: layers of ours stand for them, here and in exported projects. */
const ours: readonly string[] = brickList
  .filter(
    (brick) =>
      (brick.own?.({ ...initialParams(brick), ...brick.examples[0].params }, brick.examples[0].in) ?? null) !== null,
  )
  .map(({ layer }) => layer.keras);

/** What it says of a layer that it has, but only in part. */
const inPart: Readonly<Record<string, string>> = {
  'GRU with resetAfter': 'GRUCell does not support reset_after parameter set to true.',
  // Its `call` does not take the list of one tensor that a model gives.
  Resizing: 'Error in resizeBilinear: x must be rank 3 or 4, but got rank 1.',
};

/** Is this TensorFlow.js's known refusal of something that it lacks? Then it is added to `met`. */
export function knownRefusal(message: string, met: Set<string>): boolean {
  const name = /^Unknown layer: (\w+)\./.exec(message)?.[1];
  const known = ours.find((each) => each === name) ?? Object.keys(inPart).find((each) => inPart[each] === message);
  if (known !== undefined) met.add(known);
  return known !== undefined;
}
