import type { Setting } from './setting';

export type ScheduleValue = number | boolean | string | readonly number[];
export type ScheduleValues = Readonly<Record<string, ScheduleValue>>;

export interface ScheduleSetting extends Setting<ScheduleValue> {
  readonly options?: readonly string[];
  /** It means something only while this other setting is above 0. */
  readonly only?: string;
  /** Whole numbers alone. */
  readonly whole?: boolean;
  /** A learning rate: it becomes smaller where the learning rate does. */
  readonly isRate?: boolean;
}

/** How the learning rate changes while a model is trained: a schedule of Keras, by steps, or a callback, by epochs. */
export interface ScheduleRecord {
  /** Its class in Keras; null where the learning rate stays. */
  readonly keras: string | null;
  /** The class is one of `keras.callbacks`. */
  readonly isCallback?: boolean;
  /** All that it takes besides the learning rate, with Keras's names in camel case. */
  readonly settings: Readonly<Record<string, ScheduleSetting>>;
  /** Whether values of the right kind go together. */
  isSound?(values: ScheduleValues): boolean;
}

/** The learning rate at a step, 0 for the first. */
export type RateAt = (values: ScheduleValues, rate: number, step: number) => number;

/** What is looked at after an epoch. */
export type Monitored = Readonly<Record<'loss' | 'accuracy' | 'validationLoss' | 'validationAccuracy', number | null>>;

/** The learning rate after these epochs. */
export type RateAfter = (values: ScheduleValues, rate: number, epochs: readonly Monitored[]) => number;

/** What a schedule computes, by steps or by epochs, and how Keras spells it. */
export interface ScheduleRule {
  readonly at?: RateAt;
  readonly after?: RateAfter;
  /** Values that suit a training of so many steps. */
  fitted?(steps: number, rate: number): ScheduleValues;
  /** The arguments of Keras's class, where they are not the settings and `initial_learning_rate`. */
  toKeras?(values: ScheduleValues, rate: number): Readonly<Record<string, ScheduleValue>>;
  /** The way back; null where it is none that this can be. */
  fromKeras?(given: Readonly<Record<string, unknown>>): { rate: number; values: ScheduleValues } | null;
}

export const numberIn = (values: ScheduleValues, name: string): number => Number(values[name] ?? 0);

export const listIn = (values: ScheduleValues, name: string): readonly number[] => {
  const list = values[name];
  return Array.isArray(list) ? (list as readonly number[]) : [];
};

/** A number of steps. */
export const steps = (initial: number, min = 1): ScheduleSetting => ({ initial, min, max: 1e9, step: 1, whole: true });
export const learningRate = (initial: number): ScheduleSetting => ({
  initial,
  min: 0,
  max: 1_000,
  step: 0.001,
  isRate: true,
});
export const factor = (initial: number, max = 1): ScheduleSetting => ({ initial, min: 0, max, step: 0.01 });
