import type { Plan } from '../../../compile/plan';
import { type Dataset, sampleValues, trainingCount } from '../../../data/dataset';
import { sampleShape } from '../../../data/sampleShape';
import type { Runner } from '../runner';
import type { StoredSample } from '../../../exporters/exporter';

/** Numbers that a tensor of this shape has. */
const sizeOf = (shape: readonly number[]) => shape.reduce((product, axis) => product * axis, 1);

/**
 * The first validation sample as the model took it, prepared and in its size, with the editor's own answer: what the
 * exported project's test must reproduce. Null for a model with several ends, one that the samples do not fit, or when
 * the prediction failed.
 */
export async function storedSample(
  plan: Plan,
  data: Dataset,
  runner: Pick<Runner, 'probe'>,
): Promise<StoredSample | null> {
  const [input] = plan.inputs;
  const shape = plan.inputs.length === 1 ? sampleShape(data, plan.shapes[input!] ?? []) : null;
  if (shape === null || plan.outputs.length > 1) return null;
  const own = Float32Array.from(sampleValues(data, trainingCount(data)));
  const [height = 1, width = 1, channels = 1] = data.shape;
  const { kind } = data;
  const predicted = await runner.probe(
    kind === 'images' ? { width, height, channels, values: own } : { kind, shape: data.shape, values: own },
  );
  if (!predicted.ok) return null;
  const { outputs, activations } = predicted.value;
  const [answer] = outputs;
  // What the worker gave the model, not what would be made of the sample here: preparation and size are its own.
  const given = activations.find(({ layer }) => layer === input);
  // Of a very large input not everything comes back.
  if (answer === undefined || given === undefined || sizeOf(given.shape) !== sizeOf(shape)) return null;
  return { shape, input: given.values, output: answer.values };
}
