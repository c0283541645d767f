import { snakeCase } from '../../../compile/identifiers';
import type { Training } from '../../../document/training';
import { scheduleRecord, scheduleValues } from '../../../document/training/schedules';
import { settingNumbers } from '../../../document/training/trainingChoices';
import { kerasName } from '../../../training/setting';

/** `SCHEDULE` of `settings.py`: learning rates are multiples of the first one; null where the learning rate stays. */
export function scheduleSettings({ optimizer, learningRateSchedule }: Training): Record<string, unknown> | null {
  const { keras, settings } = scheduleRecord(learningRateSchedule.name);
  if (keras === null) return null;
  const rate = settingNumbers(optimizer)['learningRate']!;
  const part = (value: number) => Number((value / rate).toPrecision(12));
  const entries = Object.entries(scheduleValues(learningRateSchedule)).map(([key, value]) => {
    const isRate = settings[key]?.isRate === true;
    if (typeof value === 'string') return [kerasName(key), snakeCase(value)];
    if (typeof value === 'boolean' || !isRate) return [kerasName(key), value];
    return [kerasName(key), typeof value === 'number' ? part(value) : value.map(part)];
  });
  return Object.fromEntries(entries);
}
