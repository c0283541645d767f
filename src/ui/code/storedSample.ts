import type { Plan } from '../../compile/plan';
import { loadDigits } from '../../data/digits';
import type { Runner } from '../../editor/runner';
import type { StoredSample } from '../../formats/project';
import { pictureSize } from '../prediction/pictureSource';

/**
 * The first validation digit as the model takes it (0 … 1), with the editor's own answer: what the exported project's
 * test must reproduce. Null for a model that does not take digits, or when the prediction failed.
 */
export async function storedSample(plan: Plan, runner: Runner): Promise<StoredSample | null> {
  const size = pictureSize(plan.shapes[plan.inputs[0] ?? '']);
  const { images, width, height, count, validation } = await loadDigits();
  if (size?.channels !== 1 || size.width !== width || size.height !== height) return null;
  const first = (count - validation) * width * height;
  const values = Float32Array.from(images.subarray(first, first + width * height));
  await runner.predict({ width, height, channels: 1, values });
  const { prediction, error } = runner.store.getState();
  if (prediction === null || error !== null) return null;
  return { shape: [height, width, 1], input: values.map((value) => value / 255), output: prediction.values };
}
