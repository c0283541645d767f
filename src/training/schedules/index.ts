import type { ScheduleRecord } from '../schedule';
import { constant } from './constant';
import { cosineDecay } from './cosineDecay';
import { cosineDecayRestarts } from './cosineDecayRestarts';
import { exponentialDecay } from './exponentialDecay';
import { inverseTimeDecay } from './inverseTimeDecay';
import { piecewiseConstantDecay } from './piecewiseConstantDecay';
import { polynomialDecay } from './polynomialDecay';
import { reduceLROnPlateau } from './reduceLROnPlateau';

/** How the learning rate can change, by the names that documents have, in the order in which they are offered. */
export const scheduleRecords = {
  constant,
  piecewiseConstantDecay,
  exponentialDecay,
  inverseTimeDecay,
  polynomialDecay,
  cosineDecay,
  cosineDecayRestarts,
  reduceLROnPlateau,
} satisfies Readonly<Record<string, ScheduleRecord>>;
