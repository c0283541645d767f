/** One setting with the value that Keras gives it, and the bounds of its control. */
export interface Setting<Value = number | boolean> {
  readonly initial: Value;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
}

/** A learning rate: any number above 0. */
export const rate = (initial: number): Setting => ({ initial, min: 0, max: 1_000, step: 0.001 });

/** A share from 0 to 1, or what is as small. */
export const share = (initial: number): Setting => ({ initial, min: 0, max: 1, step: 0.01 });

/** A number from 0 on. */
export const amount = (initial: number, step = 0.01): Setting => ({ initial, min: 0, max: 1e6, step });

export const flag = (initial: boolean): Setting => ({ initial });

export type Settings = Readonly<Record<string, Setting>>;

/** The values that Keras gives. */
export const initialOf = (settings: Settings): Readonly<Record<string, number | boolean>> =>
  Object.fromEntries(Object.entries(settings).map(([name, { initial }]) => [name, initial]));

/** The name that Keras has for a class that is called like this here: `huber` is `Huber`. */
export const className = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The name that Keras has for a setting: `beta2Decay` is `beta_2_decay`, `l1Strength` is `l1_strength`. */
export const kerasName = (name: string): string =>
  name.replace(/[A-Z]|(?<!^l)\d+/g, (part) => `_${part.toLowerCase()}`);
