import { type ScheduleRecord, listIn } from '../schedule';

/** Steps: behind each boundary the learning rate is the value that stands there. */
export const piecewiseConstantDecay: ScheduleRecord = {
  keras: 'PiecewiseConstantDecay',
  settings: {
    boundaries: { initial: [1000], min: 0, max: 1e9, whole: true },
    values: { initial: [0.0001], min: 0, max: 1_000, isRate: true },
  },
  isSound(given) {
    const [boundaries, values] = [listIn(given, 'boundaries'), listIn(given, 'values')];
    const rises = boundaries.every((boundary, at) => at === 0 || boundary >= boundaries[at - 1]!);
    return boundaries.length > 0 && boundaries.length === values.length && rises;
  },
};
