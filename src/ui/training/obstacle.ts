import type { Shape } from '../../brick/shape';
import { resolvedLoss } from '../../compile/fittingLoss';
import { type Plan, runnable } from '../../compile/plan';
import type { Document } from '../../document/document';

/** What a dataset gives to a model. */
export interface DatasetShape {
  readonly shape: readonly number[];
  readonly classes: number;
}

/** The datasets of this version by id. */
export const datasets: Readonly<Record<string, DatasetShape>> = { digits: { shape: [28, 28, 1], classes: 10 } };

/** Why the model cannot be trained now. */
export type Obstacle =
  | { readonly code: 'emptyModel' | 'notRunnable' | 'nothingTrainable' }
  | { readonly code: 'severalEnds'; readonly inputs: number; readonly outputs: number }
  | { readonly code: 'unknownDataset'; readonly dataset: string }
  | { readonly code: 'inputMisfit'; readonly expected: Shape; readonly got: Shape }
  | { readonly code: 'outputMisfit'; readonly expected: number; readonly got: Shape };

const agrees = (expected: Shape, got: readonly number[]) =>
  expected.length === got.length && expected.every((size, axis) => size === null || size === got[axis]);

/** The first reason against training this plan on the chosen dataset, or null. */
export function trainObstacle(plan: Plan, training: Document['training']): Obstacle | null {
  if (plan.steps.length === 0 && plan.issues.length === 0) return { code: 'emptyModel' };
  if (!runnable(plan)) return { code: 'notRunnable' };
  const [input, output] = [plan.inputs[0]!, plan.outputs[0]!];
  if (plan.inputs.length > 1 || plan.outputs.length > 1)
    return { code: 'severalEnds', inputs: plan.inputs.length, outputs: plan.outputs.length };
  if (!Object.hasOwn(datasets, training.dataset)) return { code: 'unknownDataset', dataset: training.dataset };
  const { shape, classes } = datasets[training.dataset]!;
  const expected = plan.shapes[input] ?? [];
  if (!agrees(expected, shape)) return { code: 'inputMisfit', expected, got: shape };
  const got = plan.shapes[output] ?? [];
  const sparse = resolvedLoss(plan, training).loss === 'sparseCategoricalCrossentropy';
  const enough = sparse ? (got[0] ?? 0) >= classes : got[0] === classes;
  if (got.length !== 1 || !enough) return { code: 'outputMisfit', expected: classes, got };
  if (plan.totals.trainable === 0) return { code: 'nothingTrainable' };
  return null;
}
