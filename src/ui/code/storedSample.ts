import type { Plan } from '../../compile/plan';
import { batchValues } from '../../data/batches';
import { type Dataset, sampleValues } from '../../data/dataset';
import { sampleShape } from '../../data/sampleShape';
import type { Runner } from '../../editor/runner';
import type { StoredSample } from '../../formats/project';

/**
 * The first validation sample as the model takes it, with the editor's own answer: what the exported project's test must
 * reproduce. Null for a model with several ends, one that the samples do not fit, or when the prediction failed.
 */
export async function storedSample(plan: Plan, data: Dataset, runner: Runner): Promise<StoredSample | null> {
  const shape = plan.inputs.length === 1 ? sampleShape(data, plan.shapes[plan.inputs[0]!] ?? []) : null;
  if (shape === null || plan.outputs.length > 1) return null;
  const first = data.count - data.validation;
  const own = Float32Array.from(sampleValues(data, first));
  const [height = 1, width = 1, channels = 1] = data.shape;
  const { kind } = data;
  await runner.predict(
    kind === 'images' ? { width, height, channels, values: own } : { kind, shape: data.shape, values: own },
  );
  const { prediction, error } = runner.store.getState();
  const answer = prediction?.outputs[0];
  if (answer === undefined || error !== null) return null;
  return { shape, input: batchValues(data, [first], shape), output: answer.values };
}
