import { everyOptimizer } from '../../training/everyOptimizer';
import type { Numbers, OptimizerRecord } from '../../training/optimizer';
import { optimizerRecords } from '../../training/optimizers/index';
import { initialOf } from '../../training/setting';

export type OptimizerName = keyof typeof optimizerRecords;
export const optimizers = Object.keys(optimizerRecords) as [OptimizerName, ...OptimizerName[]];

/** What an optimizer is, by its name. */
export const optimizerRecord = (name: OptimizerName): OptimizerRecord => optimizerRecords[name];

type Settings = Readonly<Record<string, number | boolean>>;

/** Each optimizer's own settings with Keras's defaults; `learningRate` is common to all. */
export const optimizerSettings = Object.fromEntries(
  optimizers.map((name) => [name, initialOf(optimizerRecords[name].settings)]),
) as Readonly<Record<OptimizerName, Settings>>;

/** An optimizer with the settings that were chosen; others have Keras's defaults. */
export interface OptimizerChoice {
  readonly name: OptimizerName;
  readonly settings: Settings;
}

const common = initialOf(everyOptimizer);

/** All settings of an optimizer, its own and those that every one takes, as Keras has them. */
export const usualSettings = (name: OptimizerName): Settings => ({ ...common, ...optimizerSettings[name] });

/** All settings of the optimizer that was chosen. */
export const allSettings = ({ name, settings }: OptimizerChoice): Settings => ({ ...usualSettings(name), ...settings });

/** Its own settings, and what it has besides them that is not as Keras has it. */
export const toldSettings = ({ name, settings }: OptimizerChoice): Settings =>
  Object.fromEntries(
    Object.entries(allSettings({ name, settings })).filter(
      ([key, value]) => Object.hasOwn(optimizerSettings[name], key) || value !== common[key],
    ),
  );

/** All settings as numbers; a flag is 0 or 1. */
export const settingNumbers = (choice: OptimizerChoice): Numbers =>
  Object.fromEntries(Object.entries(allSettings(choice)).map(([key, value]) => [key, Number(value)]));

/** The tensors that an optimizer keeps for every trainable weight. */
export const optimizerSlots = (choice: OptimizerChoice): readonly string[] =>
  optimizerRecord(choice.name).slots(settingNumbers(choice));

/** How values 0 … 255 become what a model takes; `auto`: as its pretrained architecture was trained, else 0 … 1. */
export const preprocessings = ['auto', 'scale', 'caffe', 'tf', 'torch', 'none'] as const;
export type Preprocessing = (typeof preprocessings)[number];
