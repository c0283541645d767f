import { type Plan, preprocessingFor } from '../../compile/plan';
import { fixedBatch, stateful } from '../../compile/stateful';
import { compatibilityOf } from '../../data/compatibility';
import { type Dataset, factsOf } from '../../data/dataset';
import type { Compatibility, DataTrouble } from '../../data/fitting';
import type { Training } from '../../document/training';
import { refuseUnfitSizes } from '../input/unfitSizes';
import type { BuiltModel } from '../model/model';
import { EngineError } from '../protocol/engineError';
import { activitiesOf } from './activitiesOf';
import { type Task, taskOf } from './task';

/** A task whose model was built from a plan. */
export type PlanTask = Task<BuiltModel>;

/** The misfit as the error of a run that starts all the same. */
function failureOf({ shapes }: Plan, misfit: DataTrouble): EngineError {
  if (misfit.code === 'inputMisfit') {
    return new EngineError({
      code: 'dataMismatch',
      data: { expected: misfit.expected, got: misfit.got, what: 'input' },
    });
  }
  if (misfit.code === 'outputMisfit') {
    const { expected, got } = misfit;
    const wanted = expected.kind === 'classes' ? expected.classes : expected.units;
    return new EngineError({ code: 'dataMismatch', data: { expected: got, got: [wanted], what: 'output' } });
  }
  const end = 'output' in misfit ? misfit.output : misfit.input;
  return new EngineError({ code: 'dataMismatch', data: { expected: shapes[end] ?? [], got: [], what: misfit.code } });
}

/** Model, data and losses brought together. Throws `EngineError` when they do not fit. */
export function taskFor(built: BuiltModel, dataset: Dataset, training: Training): PlanTask {
  const fit: Compatibility = compatibilityOf(built.plan, training, factsOf(dataset));
  if ('code' in fit) throw failureOf(built.plan, fit);
  refuseUnfitSizes(
    built,
    fit.feeds.map(({ shape }) => shape),
  );
  return taskOf(built, dataset, {
    ...fit,
    training,
    mode: preprocessingFor(built.plan, training.preprocessing),
    activities: activitiesOf(built),
    stateful: stateful(built.plan),
    fixedBatch: fixedBatch(built.plan),
  });
}
