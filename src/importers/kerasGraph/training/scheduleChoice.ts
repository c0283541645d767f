import {
  type ScheduleChoice,
  type ScheduleName,
  isSoundSchedule,
  scheduleRecord,
  scheduleValues,
  schedules,
} from '../../../document/training/schedules';
import type { ScheduleValue, ScheduleValues } from '../../../training/schedule';
import { scheduleRules } from '../../../training/schedules/rules/index';
import { kerasName } from '../../../training/setting';
import { classOf, settingsOf } from '../json';
import type { Json } from '../kerasGraph';
import { plainName } from '../namedChoice';
import { shortNumber } from '../shortNumber';

/** A learning rate that changes: the one that it begins with, and how. */
export interface ChangingRate {
  readonly rate: number;
  readonly schedule: ScheduleChoice;
}

const short = (value: ScheduleValue): ScheduleValue =>
  typeof value === 'number'
    ? Number(shortNumber(value))
    : Array.isArray(value)
      ? value.map((each) => Number(shortNumber(each)))
      : value;

/** Settings of a schedule out of Keras's arguments; those that are not given are Keras's. */
export function valuesFrom(name: ScheduleName, given: Readonly<Record<string, unknown>>): ScheduleValues {
  const entries = Object.entries(scheduleRecord(name).settings).flatMap(([key, { initial }]) => {
    const value = given[kerasName(key)];
    return typeof value === typeof initial ? [[key, value as ScheduleValue] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** A schedule with all its settings; null where they do not go together. */
export function soundSchedule(name: ScheduleName, given: ScheduleValues): ScheduleChoice | null {
  const values = scheduleValues({ name, settings: given });
  const settings = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, short(value)]));
  return isSoundSchedule({ name, settings }) ? { name, settings } : null;
}

/** `CosineDecay(…)` in the place of a learning rate; null where there is none such here. */
export function scheduleChoice(given: Json): ChangingRate | null {
  const className = plainName(classOf(given) ?? '');
  const name = schedules.find((each) => {
    const { keras, isCallback = false } = scheduleRecord(each);
    return keras !== null && !isCallback && plainName(keras) === className;
  });
  if (name === undefined) return null;
  const config = settingsOf(given);
  const { fromKeras } = scheduleRules[name];
  const initial = config['initial_learning_rate'];
  const read = fromKeras
    ? fromKeras(config)
    : typeof initial === 'number'
      ? { rate: initial, values: valuesFrom(name, config) }
      : null;
  const schedule = read && soundSchedule(name, read.values);
  return read && schedule ? { rate: read.rate, schedule } : null;
}

/** `decay` of optimizers before Keras 2.11: the rate is divided by one more with every step. */
export const olderDecay = (decay: number): ScheduleChoice | null =>
  soundSchedule('inverseTimeDecay', { decaySteps: 1, decayRate: decay });
