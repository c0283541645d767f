import type { ScheduleValue } from '../../training/schedule';
import { scheduleRules } from '../../training/schedules/rules/index';
import { kerasName } from '../../training/setting';
import { type ScheduleChoice, type ScheduleName, scheduleRecord, scheduleValues } from './schedules';

/** The schedule as it suits a training of so many steps. */
export function fittedSchedule(name: ScheduleName, steps: number, rate: number): ScheduleChoice {
  return { name, settings: scheduleValues({ name, settings: scheduleRules[name].fitted?.(steps, rate) ?? {} }) };
}

/** The arguments of Keras's class for this learning rate. */
export function kerasSchedule(choice: ScheduleChoice, rate: number): Readonly<Record<string, ScheduleValue>> {
  const { toKeras } = scheduleRules[choice.name];
  const values = scheduleValues(choice);
  if (toKeras) return toKeras(values, rate);
  const own = Object.entries(values).map(([key, value]) => [kerasName(key), value] as const);
  return {
    ...(scheduleRecord(choice.name).isCallback ? {} : { initial_learning_rate: rate }),
    ...Object.fromEntries(own),
  };
}
