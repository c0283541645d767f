import { type ScheduleRecord, factor, learningRate, steps } from '../schedule';

/** Down to a last learning rate; with power 1 in a straight line. */
export const polynomialDecay: ScheduleRecord = {
  keras: 'PolynomialDecay',
  settings: {
    decaySteps: steps(1000),
    endLearningRate: learningRate(0.0001),
    power: factor(1, 100),
    cycle: { initial: false },
  },
};
