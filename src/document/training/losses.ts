import type { LossNumbers, LossRecord } from '../../training/loss';

import { lossRecords } from '../../training/losses/index';
import { className, initialOf } from '../../training/setting';
import { fits } from './fits';

export type { LossKind, LossValues } from '../../training/loss';
export type LossName = keyof typeof lossRecords;
export const losses = Object.keys(lossRecords) as [LossName, ...LossName[]];

/** What a loss is, by its name. */
export const lossRecord = (name: LossName): LossRecord => lossRecords[name];

/** Its class in `keras.losses`. */
export const lossClass = (name: LossName): string => lossRecord(name).keras ?? className(name);

/** Settings that were chosen; others are as Keras has them. */
export type LossSettings = Readonly<Record<string, number | boolean>>;

/** All settings of a loss; those that are not chosen as Keras has them, and none that it does not take. */
export function lossValues(name: LossName, chosen: LossSettings = {}): LossSettings {
  const usual = initialOf(lossRecord(name).settings ?? {});
  return Object.fromEntries(Object.entries(usual).map(([key, value]) => [key, chosen[key] ?? value]));
}

/** The settings that a loss takes and that are not as Keras has them. */
export const toldLossSettings = (name: LossName, chosen: LossSettings): LossSettings =>
  Object.fromEntries(
    Object.entries(lossValues(name, chosen)).filter(
      ([key, value]) => lossRecord(name).settings![key]!.initial !== value,
    ),
  );

/** All settings as numbers; a flag is 0 or 1. */
export const lossNumbers = (name: LossName, chosen: LossSettings = {}): LossNumbers =>
  Object.fromEntries(Object.entries(lossValues(name, chosen)).map(([key, value]) => [key, Number(value)]));

/** Whether each setting that the loss takes is of its kind and within its bounds; those of other losses say nothing. */
export const isSoundLoss = (name: LossName | 'auto', chosen: LossSettings): boolean =>
  name === 'auto' ||
  Object.entries(lossRecord(name).settings ?? {}).every(([key, setting]) =>
    fits(setting, chosen[key] ?? setting.initial),
  );
