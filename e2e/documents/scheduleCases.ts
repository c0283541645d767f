import { fittedSchedule } from '../../src/document/training/scheduleRules';
import { type ScheduleChoice, scheduleRecord, schedules } from '../../src/document/training/schedules';
import type { ScheduleValues } from '../../src/training/schedule';

/** Each schedule as it suits eight steps, and with every setting of it changed. */
export const scheduleCases: readonly ScheduleChoice[] = schedules.flatMap((name) => {
  const usual = fittedSchedule(name, 8, 0.001);
  if (name === 'reduceLROnPlateau') {
    const settings = { monitor: 'loss', patience: 1, minDelta: 0.2, factor: 0.5 } as const;
    return [
      { name, settings },
      { name, settings: { ...settings, cooldown: 1, minLr: 0.0004 } },
      { name, settings: { ...settings, monitor: 'validationAccuracy' } },
    ];
  }
  const changes = Object.entries(scheduleRecord(name).settings).flatMap(
    ([key, { initial, isRate, whole }]): ScheduleValues[] => {
      if (typeof initial === 'boolean') return [{ [key]: !initial }];
      if (typeof initial !== 'number') return [];
      return [{ [key]: isRate ? 0.0002 : whole ? initial + 2 : initial / 2 + 0.2 }];
    },
  );
  return [usual, ...changes.map((change) => ({ name, settings: { ...usual.settings, ...change } }))];
});
