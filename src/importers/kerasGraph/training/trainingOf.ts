import { valueText } from '../../../compile/params';
import { type Training, initialTraining } from '../../../document/training';
import type { MetricName } from '../../../document/training/metrics';
import type { ImportNote } from '../../importer';
import { isConfig, isList, settingsOf } from '../json';
import type { Json, KerasTraining } from '../kerasGraph';
import { type LossChoice, lossChoice } from './lossChoice';
import { calledIn } from './calledIn';
import { metricName } from './metricName';
import { optimizerChoice } from './optimizerChoice';

export interface TrainingRead {
  readonly training: Training;
  readonly dropped: readonly ImportNote[];
}

const left = (setting: string, value: Json): ImportNote => ({
  code: 'trainingSetting',
  where: null,
  data: { setting, value: written(value) },
});

/** A function or an object as code calls it: `CategoricalCrossentropy(label_smoothing=0.1)`. */
function written(value: Json): string {
  const name = calledIn(value);
  if (name === null) return valueText(value);
  const settings = Object.entries(settingsOf(value)).filter(([key]) => toldOf.has(key));
  const told = settings.filter(([key, each]) => each !== null && each !== false && each !== usual[key]);
  return told.length === 0 ? name : `${name}(${told.map(([key, each]) => `${key}=${valueText(each)}`).join(', ')})`;
}

/** Settings of losses and metrics for which they may be left out, and their usual values. */
const usual: Readonly<Record<string, Json>> = {
  label_smoothing: 0,
  alpha: 0.25,
  gamma: 2,
  delta: 1,
  axis: -1,
  reduction: 'sum_over_batch_size',
};
const toldOf = new Set(['from_logits', 'ignore_class', ...Object.keys(usual)]);

const isSame = (one: LossChoice, other: LossChoice | null) => JSON.stringify(one) === JSON.stringify(other);

const isOne = (value: Json) => !isList(value) && (!isConfig(value) || 'class_name' in value);

/** By output, what a list or a record says of each; one value is of all. */
function byOutput(value: Json, outputs: readonly string[]): readonly (Json | undefined)[] {
  if (isOne(value)) return outputs.map(() => value);
  if (isList(value)) return outputs.map((_, place) => value[place]);
  return outputs.map((name) => (isConfig(value) ? value[name] : undefined));
}

/** All single metrics, however they are nested by outputs. */
const singles = (value: Json | undefined): readonly Json[] => {
  if (value === undefined || value === null) return [];
  return isOne(value) ? [value] : Object.values(value as object).flatMap((each: Json) => singles(each));
};

/** How the document is trained, from `compile(…)` and `fit(…)`; what has no place is said. */
export function trainingOf(given: KerasTraining | null, outputs: readonly string[]): TrainingRead {
  if (given === null) return { training: initialTraining, dropped: [] };
  const dropped: ImportNote[] = [];
  let training: Training = initialTraining;
  if (given.optimizer !== undefined && given.optimizer !== null) {
    const chosen = optimizerChoice(given.optimizer);
    if (chosen) training = { ...training, optimizer: chosen.optimizer, learningRateSchedule: chosen.schedule };
    dropped.push(...(chosen?.dropped ?? [left('optimizer', given.optimizer)]));
  }
  if (given.loss !== undefined && given.loss !== null) {
    const losses = byOutput(given.loss, outputs).map((loss) => {
      const choice = loss === undefined || loss === null ? null : lossChoice(loss);
      if (choice === null && loss !== undefined && loss !== null) dropped.push(left('loss', loss));
      return choice;
    });
    const [first = null] = losses;
    const weights = byOutput(given.lossWeights ?? null, outputs);
    const others = outputs.flatMap((output, place) => {
      const loss = losses[place] ?? null;
      const weight = weights[place];
      const own = loss === null || isSame(loss, first) ? { loss: 'auto' as const } : loss;
      if (own.loss === 'auto' && typeof weight !== 'number') return [];
      return [[output, { ...own, weight: typeof weight === 'number' ? weight : 1 }] as const];
    });
    training = { ...training, ...(first ?? { loss: 'auto' as const }), outputs: Object.fromEntries(others) };
  }
  const metrics = new Set<MetricName>();
  for (const metric of singles(given.metrics)) {
    const name = metricName(metric);
    if (name === null) dropped.push(left('metric', metric));
    else metrics.add(name);
  }
  const within = (value: number | undefined, most: number) =>
    value !== undefined && Number.isInteger(value) && value >= 1 && value <= most;
  return {
    training: {
      ...training,
      metrics: [...metrics],
      ...(within(given.epochs, 100_000) ? { epochs: given.epochs! } : {}),
      ...(within(given.batchSize, 65_536) ? { batchSize: given.batchSize! } : {}),
      ...(given.validationSplit !== undefined && given.validationSplit >= 0 && given.validationSplit <= 0.9
        ? { validationSplit: given.validationSplit }
        : {}),
    },
    dropped,
  };
}
