import { type Training, trainingSchema } from '../../document/training';
import { fits } from '../../document/training/fits';
import { lossRecord } from '../../document/training/losses';
import { type ScheduleValue, scheduleRecord, schedules } from '../../document/training/schedules';
import { settingOf } from '../../document/training/settingOf';

/** A number, with an exponent too as learning rates have it, a list of them, a switch, or a word. */
function partOf(text: string): ScheduleValue {
  const numbers = text.split(',').map((each) => (each.trim() === '' ? NaN : Number(each)));
  if (numbers.every(Number.isFinite)) return numbers.length === 1 ? numbers[0]! : numbers;
  return text === 'true' || text === 'false' ? text === 'true' : text;
}

type Change = (training: Training, name: string, value: ScheduleValue) => Training | null;

/** What belongs to the optimizer, the schedule or the loss, by the word before the point; null where it takes no such setting. */
const parts: Readonly<Record<string, Change>> = {
  optimizer(training, name, value) {
    const { optimizer } = training;
    const setting = settingOf(optimizer.name, name);
    if (setting === null || !fits(setting, value)) return null;
    return { ...training, optimizer: { ...optimizer, settings: { ...optimizer.settings, [name]: value as number } } };
  },
  schedule(training, name, value) {
    const { learningRateSchedule: schedule } = training;
    if (!Object.hasOwn(scheduleRecord(schedule.name).settings, name)) return null;
    // A list of one number looks like a number.
    const isList = Array.isArray(scheduleRecord(schedule.name).settings[name]!.initial);
    const own = isList && typeof value === 'number' ? [value] : value;
    return { ...training, learningRateSchedule: { ...schedule, settings: { ...schedule.settings, [name]: own } } };
  },
  loss(training, name, value) {
    const { loss } = training;
    if (loss === 'auto' || !Object.hasOwn(lossRecord(loss).settings ?? {}, name)) return null;
    return { ...training, lossSettings: { ...training.lossSettings, [name]: value as number } };
  },
};

/** A change by a whole word: another schedule, or what is measured. */
const wholes: Readonly<Record<string, (training: Training, text: string) => unknown>> = {
  schedule: (training, text) => {
    const name = schedules.find((each) => each === text);
    return name && { ...training, learningRateSchedule: { name, settings: {} } };
  },
  metrics: (training, text) => ({ ...training, metrics: text.split(',').filter(Boolean) }),
};

/**
 * The training with what an address says of `schedule`, `metrics`, and, by a point, of single settings: `optimizer.beta1`,
 * `optimizer.clipnorm`, `schedule.decaySteps`, `loss.delta`. `wrong` is told the names of those that cannot be.
 */
export function linkParts(query: URLSearchParams, before: Training, wrong: (setting: string) => void): Training {
  let training = before;
  const keys = [...new Set(query.keys())];
  const take = (key: string, changed: unknown) => {
    const parsed = trainingSchema.safeParse(changed);
    if (parsed.success) training = parsed.data;
    else wrong(key);
  };
  for (const key of keys) {
    if (Object.hasOwn(wholes, key)) take(key, wholes[key]!(training, query.get(key)!));
  }
  // Those of one schedule go together: they are looked at when all of them are there.
  const dotted = keys.filter((key) => key.includes('.') && Object.hasOwn(parts, key.split('.', 1)[0]!));
  let changed: Training = training;
  const taken = dotted.filter((key) => {
    const [part = '', name = ''] = key.split('.', 2);
    const next = parts[part]!(changed, name, partOf(query.get(key)!));
    changed = next ?? changed;
    return next !== null;
  });
  for (const key of dotted) if (!taken.includes(key)) wrong(key);
  if (trainingSchema.safeParse(changed).success) return changed;
  for (const key of taken) wrong(key);
  return training;
}
