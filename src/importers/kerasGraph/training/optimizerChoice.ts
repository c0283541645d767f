import { valueText } from '../../../compile/params';
import {
  type OptimizerName,
  optimizerRecord,
  optimizerSettings,
  optimizers,
  usualSettings,
} from '../../../document/training/trainingChoices';
import { constantRate } from '../../../document/training/schedules';
import type { Training } from '../../../document/training';
import type { ImportNote } from '../../importer';
import { classOf, settingsOf } from '../json';
import type { Config, Json } from '../kerasGraph';
import { plainName } from '../namedChoice';
import { olderDecay, scheduleChoice } from './scheduleChoice';
import { shortNumber } from '../shortNumber';

/** What changes nothing, or only what is kept of the run. */
const unread = /^(name|jit_compile|is_legacy_optimizer|ema_momentum|ema_overwrite_frequency|iterations)$/;

interface Chosen {
  readonly optimizer: Training['optimizer'];
  /** How its learning rate changes. */
  readonly schedule: Training['learningRateSchedule'];
  readonly dropped: readonly ImportNote[];
}

const left = (setting: string, value: Json): ImportNote => ({
  code: 'trainingSetting',
  where: null,
  data: { setting, value: valueText(value) },
});

/** The optimizer of a configuration with its settings; null where it is none of those here. */
export function optimizerChoice(given: Json): Chosen | null {
  const className = plainName((classOf(given) ?? '').replace(/^.*>/, '')).replace(/optimizer$/, '');
  const config = settingsOf(given);
  const name = optimizerName(className, config);
  if (name === null) return null;
  const known = usualSettings(name);
  const settings: Record<string, number | boolean> = { ...optimizerSettings[name] };
  const dropped: ImportNote[] = [];
  let schedule: Chosen['schedule'] = constantRate;
  for (const [key, value] of Object.entries(config)) {
    const changing = key === 'learning_rate' || key === 'lr' ? scheduleChoice(value) : null;
    const older = key === 'decay' && typeof value === 'number' && value > 0 ? olderDecay(value) : null;
    if (changing) settings['learningRate'] = shortNumber(changing.rate);
    schedule = changing?.schedule ?? older ?? schedule;
    if (changing || older) continue;
    const setting = Object.keys(known).find((each) => plainName(each) === plainName(aliases[key] ?? key));
    if (setting !== undefined && typeof value === typeof known[setting]) {
      settings[setting] = shortNumber(value as number | boolean);
    } else if (!unread.test(key) && value !== null && value !== false && value !== 0) {
      if (key !== 'momentum') dropped.push(left(key, value));
    }
  }
  return { optimizer: { name, settings }, schedule, dropped };
}

const aliases: Readonly<Record<string, string>> = { lr: 'learning_rate' };

function optimizerName(className: string, { momentum = 0 }: Config): OptimizerName | null {
  // Keras has one class for both.
  if (className === 'sgd') return typeof momentum === 'number' && momentum > 0 ? 'momentum' : 'sgd';
  return optimizers.find((name) => plainName(optimizerRecord(name).keras) === className) ?? null;
}
