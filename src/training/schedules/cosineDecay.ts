import { type ScheduleRecord, factor, learningRate, steps } from '../schedule';

/** Half a wave down to a share `alpha` of the learning rate; before it, where it has some, steps in which it warms up. */
export const cosineDecay: ScheduleRecord = {
  keras: 'CosineDecay',
  settings: {
    decaySteps: steps(1000),
    alpha: factor(0),
    warmupSteps: steps(0, 0),
    initialLearningRate: { ...learningRate(0), only: 'warmupSteps' },
  },
};
