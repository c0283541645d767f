import type { MaskRule } from '../../../src/brick/call';
import type { Plan } from '../../../src/compile/plan';
import type { Calls } from './calls';
import type { Fit } from './fit';
import type { Given } from './given';
import type { Packed } from './numbers';

/** What a layer must be in Keras. */
export interface Row {
  readonly name: string;
  readonly shape: readonly (number | null)[];
  readonly parameters: number;
  readonly weights: readonly (readonly number[])[];
}

type ByLayer<T> = Readonly<Record<string, readonly T[]>>;

/** What one backend of ours makes of a case. */
export interface Computed {
  readonly outputs: readonly Packed[];
  /** By input; null where the input is whole numbers. */
  readonly inputGradients: readonly (Packed | null)[];
  /** Of every trainable weight the gradient, of every other its value after the training step. */
  readonly weights: ByLayer<Packed>;
  /** What constraints make of 5 · weight; null without one. */
  readonly constrained: ByLayer<Packed | null>;
  /** One step of the document's optimizer: the loss before it, and all weights after it; missing for a brick alone. */
  readonly fitted?: { readonly loss: Packed; readonly weights: ByLayer<Packed> };
}

export type Failed = { readonly error: string };

/** One model for Keras: its script, what its layers must be, and numbers to compute with. */
export interface Case {
  readonly group: string;
  readonly name: string;
  readonly plan: Plan;
  readonly script: string;
  readonly rows: readonly Row[];
  readonly inner: Readonly<Record<string, readonly Row[]>>;
  /** Also compared row by row: a call of `keras.applications`. */
  readonly application: { readonly name: string; readonly settings: object } | null;
  /** Null where no outputs are compared. */
  readonly given: Given | null;
  /** First values that are not random are compared. */
  readonly starts: boolean;
  /** A batch on which both sides make one step of the document's optimizer; null for a brick alone. */
  readonly fit: Fit | null;
  /** How the layer `brick` is called; null where it is not compared. */
  readonly calls: Calls | null;
  /** What the layer `brick` does to a mask; null where nothing is said. */
  readonly mask: MaskRule | null;
  /** Also computed on WebGPU, which is slow without a GPU. */
  readonly webgpu: boolean;
}

/** Largest difference allowed, relative or absolute. */
export const tolerance = 1e-5;

/** Which settings of the grid are asked about. */
export interface Share {
  /** Every combination instead of an even share. */
  readonly whole: boolean;
  /** Of them every so many-th. */
  readonly every: number;
}
