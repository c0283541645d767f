import type { ScheduleChoice } from '../../../document/training/schedules';
import type { OptimizerChoice } from '../../../document/training/trainingChoices';
import { Optimizer } from './optimizer';

interface Chosen {
  readonly optimizer: OptimizerChoice;
  readonly learningRateSchedule: ScheduleChoice;
}

/** The optimizer of a training, with its learning rate as it is to change. */
export const optimizerFor = ({ optimizer, learningRateSchedule }: Chosen): Optimizer =>
  new Optimizer(optimizer.name, optimizer.settings, learningRateSchedule);
