import type { Plan } from '../../compile/plan';
import type { Runner } from './runnerState';
import { goesOn } from './runStages';

/** What Train means, on the button and the key: a run goes on where more is trained than it began with, else all begins anew. */
export const pressTrain = (runner: Pick<Runner, 'store' | 'train' | 'continueTraining'>, { totals }: Plan) =>
  goesOn(runner.store.getState().model?.run ?? null, totals.trainable) ? runner.continueTraining() : runner.train();
