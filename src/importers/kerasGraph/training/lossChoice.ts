import {
  type LossName,
  type LossSettings,
  isSoundLoss,
  lossClass,
  lossRecord,
  losses,
  toldLossSettings,
} from '../../../document/training/losses';
import { kerasName } from '../../../training/setting';
import { settingsOf } from '../json';
import type { Config, Json } from '../kerasGraph';
import { calledIn } from './calledIn';
import { plainName } from '../namedChoice';
import { shortNumber } from '../shortNumber';

/** A loss with the settings that are not as Keras has them. */
export interface LossChoice {
  readonly loss: LossName;
  readonly lossSettings: LossSettings;
}

/** Other names of Keras for the same loss. */
const aliases: Readonly<Record<string, LossName>> = {
  mse: 'meanSquaredError',
  mae: 'meanAbsoluteError',
  mape: 'meanAbsolutePercentageError',
  msle: 'meanSquaredLogarithmicError',
  kld: 'kullbackLeiblerDivergence',
  bce: 'binaryCrossentropy',
};

function named(plain: string): LossName | null {
  const own = (name: LossName) => plainName(name) === plain || plainName(lossClass(name)) === plain;
  return (Object.hasOwn(aliases, plain) ? aliases[plain] : losses.find(own)) ?? null;
}

/** Arguments that change what a loss computes and have no place here: null where they say nothing else than usual. */
function isUsual({
  from_logits: logits = false,
  axis = null,
  reduction,
  ignore_class: ignored = null,
}: Config): boolean {
  return (
    logits === false && ignored === null && (axis === null || axis === -1) && !/^(sum|none)$/i.test(String(reduction))
  );
}

/** The loss of this name with its settings; null where there is none such here, or it is told otherwise than by probabilities. */
export function lossChoice(value: Json): LossChoice | null {
  const given = settingsOf(value);
  const loss = named(plainName(calledIn(value) ?? ''));
  if (loss === null || !isUsual(given)) return null;
  const entries = Object.entries(lossRecord(loss).settings ?? {}).flatMap(([key]) => {
    const own = given[kerasName(key)];
    return own === undefined || own === null ? [] : [[key, own] as const];
  });
  // Smoothing that the loss does not take, or a number for each class.
  if (entries.some(([, own]) => typeof own !== 'number' && typeof own !== 'boolean')) return null;
  const settings = Object.fromEntries(entries.map(([key, own]) => [key, shortNumber(own as number | boolean)]));
  return isSoundLoss(loss, settings) ? { loss, lossSettings: toldLossSettings(loss, settings) } : null;
}
