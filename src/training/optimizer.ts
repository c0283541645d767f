import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import type { Settings } from './setting';

/** Its settings as numbers, every one of them; a flag is 0 or 1. */
export type Numbers = Readonly<Record<string, number>>;

/** One weight at one step. */
export interface StepOf {
  readonly weight: Tensor;
  readonly gradient: Tensor;
  /** What is kept of this weight, in the order of `slots`. */
  readonly slots: readonly Tensor[];
  readonly settings: Numbers;
  /** The number of this step, 1 for the first. */
  readonly time: number;
  /** What `once` gave for this step. */
  readonly once: readonly number[];
  /** Makes (and keeps) a scalar. */
  number(value: number): Scalar;
}

/** An optimizer of Keras. */
export interface OptimizerRecord {
  /** Its class in `keras.optimizers`. */
  readonly keras: string;
  /** Where its class has other values by itself than it has here: SGD is one class with momentum and without. */
  readonly kerasUsual?: Readonly<Record<string, number>>;
  /** All that it takes, with Keras's names in camel case, besides what every optimizer takes (`everyOptimizer`). */
  readonly settings: Settings;
  /** The tensors of a weight's shape that it keeps for every trained weight, in Keras's order. */
  slots(settings: Numbers): readonly string[];
  /** The class of `torch.optim` that computes the same, and settings that go by another name there; else it is written out. */
  readonly torch?: { readonly name: string; readonly names?: Readonly<Record<string, string>> };
}

/**
 * The step of one number in WGSL, which a kernel can run for all weights at once: it changes `weight` and what has the
 * names of the slots by `gradient` and these numbers. It computes what `step` does.
 */
export interface Formula {
  readonly numbers: Numbers;
  readonly code: string;
}

/** What an optimizer computes, by the formulas of Keras 3. */
export interface OptimizerRule {
  /** First value of a slot; 0 where it is left out. */
  start?(settings: Numbers, slot: string): number;
  /** Numbers that are the same for all weights of a step. */
  once?(settings: Numbers, time: number): readonly number[];
  formula?(settings: Numbers, time: number): Formula;
  step(of: StepOf): { readonly weight: Tensor; readonly slots: readonly Tensor[] };
}

/** A setting's number; 0 where there is none. */
export const valueOf = (settings: Numbers, name: string): number => settings[name] ?? 0;
