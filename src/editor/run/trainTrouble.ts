import { fixedBatch, stateful } from '../../compile/stateful';
import { type Plan, runnable } from '../../compile/plan';
import type { DatasetFacts } from '../../data/dataset';
import { compatibilityOf } from '../../data/compatibility';
import type { DataTrouble } from '../../data/fitting';
import { trainedOn } from '../../data/heldBack';
import { classesTooMany } from '../../data/mistakes/photoMistakes';
import type { Document } from '../../document/document';
import { photosToCome } from '../../document/training/datasetIds';

/** Why the model cannot be trained now. */
export type TrainTrouble =
  | { readonly code: 'emptyModel' | 'notRunnable' | 'nothingTrainable' }
  | { readonly code: 'unknownDataset'; readonly dataset: string }
  | { readonly code: 'photosWanted' }
  | { readonly code: 'classesTooMany'; readonly units: number; readonly classes: number }
  | { readonly code: 'tooFewForBatch'; readonly batch: number; readonly samples: number }
  | { readonly code: 'data'; readonly trouble: DataTrouble };

/** Reasons that stand neither among a model's issues nor among its mistakes. */
const unlisted: readonly TrainTrouble['code'][] = ['unknownDataset', 'tooFewForBatch', 'nothingTrainable'];

/** Has a list of problems to say it besides issues and mistakes? */
export const isUnlisted = (trouble: TrainTrouble | null): boolean =>
  trouble !== null && unlisted.includes(trouble.code);

/** The first reason against training this plan on the chosen dataset (null: this browser does not have it), or null. */
export function trainTrouble(
  plan: Plan,
  training: Document['training'],
  facts: DatasetFacts | null,
): TrainTrouble | null {
  if (plan.steps.length === 0 && plan.issues.length === 0) return { code: 'emptyModel' };
  if (!runnable(plan)) return { code: 'notRunnable' };
  if (training.dataset === photosToCome) return { code: 'photosWanted' };
  if (facts === null) return { code: 'unknownDataset', dataset: training.dataset };
  const fit = compatibilityOf(plan, training, facts);
  if ('code' in fit) return { code: 'data', trouble: fit };
  const tooMany = classesTooMany(plan, facts);
  if (tooMany !== null) return { code: 'classesTooMany', ...tooMany };
  const batch = fixedBatch(plan);
  const samples = trainedOn(facts, training.validationSplit);
  if (batch !== null && stateful(plan) && batch > samples) return { code: 'tooFewForBatch', batch, samples };
  if (plan.totals.trainable === 0) return { code: 'nothingTrainable' };
  return null;
}
