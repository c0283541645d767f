import type { Plan, Step } from '../../compile/plan';
import type { Document } from '../../document/document';
import { fineTuningOf } from '../../document/edits/fineTune';
import type { Library } from '../../document/template';

/** Of a model with something below its head that was learned before: its head alone is trained, or more. */
export type TrainingStage = 'head' | 'fineTuning';

/** Where a model stands on the way from its head to fine-tuning; null where all of it is simply trained. */
export function trainingStage(document: Document, plan: Plan, library: Library): TrainingStage | null {
  const tuning = fineTuningOf(document, library, plan.shapes);
  if (tuning === null) return null;
  const names = new Set([tuning.trunk, ...tuning.layers]);
  const below = plan.steps.filter(({ name, parameters }) => names.has(name) && parameters > 0);
  if (below.every(({ trainableParameters }) => trainableParameters === 0)) {
    return below.length > 0 && plan.totals.trainable > 0 ? 'head' : null;
  }
  const learned = plan.weightsFrom !== undefined || below.some(({ weightsFrom }) => weightsFrom !== undefined);
  return learned || below.some(isPartlyFrozen) ? 'fineTuning' : null;
}

const isFrozen = ({ trainable, parameters }: Step) => parameters > 0 && !trainable;
const isPartlyFrozen = (step: Step) => isFrozen(step) || (step.nested?.steps.some(isFrozen) ?? false);
