import { kerasSchedule } from '../../../document/training/scheduleRules';
import { scheduleRecord } from '../../../document/training/schedules';
import { allSettings } from '../../../document/training/trainingChoices';
import type { ScheduleValue } from '../../../training/schedule';
import { blackLines } from '../model/blackText';
import { pythonFloat } from '../pythonText';
import type { ProjectFacts } from './facts';
import { kerasMonitors } from './kerasMonitors';

type Facts = Pick<ProjectFacts, 'training'>;

const isConstant = ({ training: { learningRateSchedule: chosen } }: Facts) =>
  scheduleRecord(chosen.name).keras === null || scheduleRecord(chosen.name).isCallback === true;

/** What the optimizer takes as its learning rate. */
export const rateText = (facts: Facts): string => (isConstant(facts) ? 'learning_rate' : 'schedule(learning_rate)');

/** Arguments that are learning rates: with another one they become others. */
const isRate = (name: string) => /^(initial_learning_rate|end_learning_rate|warmup_target|values)$/.test(name);

function rateIn(value: number, rate: number): string {
  if (value === rate) return 'learning_rate';
  return value === 0 ? '0.0' : `${pythonFloat(Number((value / rate).toPrecision(12)))} * learning_rate`;
}

const whole = (name: string) => /steps$|^boundaries$/.test(name);

function argumentText(name: string, value: ScheduleValue, rate: number): string {
  const one = (each: number) => (isRate(name) ? rateIn(each, rate) : whole(name) ? String(each) : pythonFloat(each));
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return `"${value}"`;
  return typeof value === 'number' ? one(value) : `[${value.map(one).join(', ')}]`;
}

/** `schedule`: the learning rate by steps; nothing where it stays. */
export function scheduleText(facts: Facts): readonly string[] {
  if (isConstant(facts)) return [];
  const { optimizer, learningRateSchedule } = facts.training;
  const rate = Number(allSettings(optimizer)['learningRate']);
  const given = Object.entries(kerasSchedule(learningRateSchedule, rate)).map(
    ([name, value]) => `${name}=${argumentText(name, value, rate)}`,
  );
  const call = `return keras.optimizers.schedules.${scheduleRecord(learningRateSchedule.name).keras}(${given.join(', ')})`;
  return [
    ['def schedule(learning_rate):', '    """The learning rate of every step."""', ...blackLines(call, '    ')].join(
      '\n',
    ),
  ];
}

/** The callback that lowers the learning rate, before those that keep what was learned; nothing where there is none. */
export function plateauText({ training: { learningRateSchedule: chosen } }: Facts): string {
  const { keras, isCallback = false } = scheduleRecord(chosen.name);
  if (!isCallback) return '';
  const { monitor, patience, cooldown, ...others } = kerasSchedule(chosen, 0);
  const watched = kerasMonitors[String(monitor) as keyof typeof kerasMonitors];
  const given = [
    `monitor="${watched}"`,
    `mode="${watched.endsWith('accuracy') ? 'max' : 'min'}"`,
    `patience=${String(patience)}`,
    `cooldown=${String(cooldown)}`,
    ...Object.entries(others).map(([name, value]) => `${name}=${pythonFloat(Number(value))}`),
  ];
  const lines = (indent: string) =>
    blackLines(`callbacks.append(keras.callbacks.${keras}(${given.join(', ')}))`, indent).join('\n');
  if (!watched.startsWith('val_')) return `${lines('    ')}\n`;
  return `    if validation is not None:\n${lines('        ')}\n`;
}
