import { type ScheduleChoice, scaledSchedule } from './schedules';
import { type OptimizerChoice, allSettings } from './trainingChoices';

interface Rated {
  readonly optimizer: OptimizerChoice;
  readonly learningRateSchedule: ScheduleChoice;
}

/** Trained with another learning rate; the rates of its schedule change with it. */
export function withLearningRate<T extends Rated>(training: T, learningRate: number): T {
  const { optimizer, learningRateSchedule } = training;
  const before = Number(allSettings(optimizer)['learningRate']);
  return {
    ...training,
    optimizer: { ...optimizer, settings: { ...optimizer.settings, learningRate } },
    learningRateSchedule:
      before > 0 ? scaledSchedule(learningRateSchedule, learningRate / before) : learningRateSchedule,
  };
}
