import type { ScheduleRecord, ScheduleValues } from '../../training/schedule';
import { scheduleRecords } from '../../training/schedules/index';
import { fits } from './fits';

export type { ScheduleValue } from '../../training/schedule';
export type ScheduleName = keyof typeof scheduleRecords;
export const schedules = Object.keys(scheduleRecords) as [ScheduleName, ...ScheduleName[]];

/** A schedule with the settings that were chosen; others are as Keras has them. */
export interface ScheduleChoice {
  readonly name: ScheduleName;
  readonly settings: ScheduleValues;
}

export const constantRate: ScheduleChoice = { name: 'constant', settings: {} };

export const scheduleRecord = (name: ScheduleName): ScheduleRecord => scheduleRecords[name];

/** All values, those that are not chosen as Keras has them. */
export const scheduleValues = ({ name, settings }: ScheduleChoice): ScheduleValues => ({
  ...Object.fromEntries(Object.entries(scheduleRecord(name).settings).map(([key, { initial }]) => [key, initial])),
  ...settings,
});

/** Whether every setting is one of the schedule's, of its kind and within its bounds. */
export function isSoundSchedule(choice: ScheduleChoice): boolean {
  const { settings, isSound } = scheduleRecord(choice.name);
  const known = Object.entries(choice.settings).every(
    ([key, value]) => Object.hasOwn(settings, key) && fits(settings[key]!, value),
  );
  return known && (isSound?.(scheduleValues(choice)) ?? true);
}

/** The schedule when the learning rate becomes another: its own rates change by the same factor. */
export function scaledSchedule({ name, settings }: ScheduleChoice, by: number): ScheduleChoice {
  const scaled = (value: number) => Number((value * by).toPrecision(6));
  const entries = Object.entries(settings).map(([key, value]) => {
    if (scheduleRecord(name).settings[key]?.isRate !== true) return [key, value] as const;
    return [key, Array.isArray(value) ? value.map(scaled) : scaled(Number(value))] as const;
  });
  return { name, settings: Object.fromEntries(entries) };
}
