import type { ScheduleRule } from '../../schedule';
import type { scheduleRecords } from '../index';
import { cosineDecayRule } from './cosineDecay';
import { cosineDecayRestartsRule } from './cosineDecayRestarts';
import { exponentialDecayRule } from './exponentialDecay';
import { inverseTimeDecayRule } from './inverseTimeDecay';
import { piecewiseConstantDecayRule } from './piecewiseConstantDecay';
import { polynomialDecayRule } from './polynomialDecay';
import { reduceLROnPlateauRule } from './reduceLROnPlateau';

/** What every schedule computes, and how Keras spells it: apart from the records, so that a page that trains nothing does not carry it. */
export const scheduleRules: Readonly<Record<keyof typeof scheduleRecords, ScheduleRule>> = {
  constant: {},
  piecewiseConstantDecay: piecewiseConstantDecayRule,
  exponentialDecay: exponentialDecayRule,
  inverseTimeDecay: inverseTimeDecayRule,
  polynomialDecay: polynomialDecayRule,
  cosineDecay: cosineDecayRule,
  cosineDecayRestarts: cosineDecayRestartsRule,
  reduceLROnPlateau: reduceLROnPlateauRule,
};
