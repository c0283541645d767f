/** A choice that brings settings of its own: an initializer, regularizer or constraint by its tfjs name. */
export interface Named {
  readonly name: string;
  readonly [setting: string]: string | number | boolean;
}

/** Name → its settings with their initial values (Keras's defaults). */
export type NamedTable = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Keras `keras.initializers`; a seed is set by the run, not by the brick. */
export const initializers = {
  glorotUniform: {},
  glorotNormal: {},
  heUniform: {},
  heNormal: {},
  leCunUniform: {},
  leCunNormal: {},
  zeros: {},
  ones: {},
  constant: { value: 0 },
  randomUniform: { minval: -0.05, maxval: 0.05 },
  randomNormal: { mean: 0, stddev: 0.05 },
  truncatedNormal: { mean: 0, stddev: 0.05 },
  varianceScaling: { scale: 1 },
  orthogonal: { gain: 1 },
  identity: { gain: 1 },
} as const satisfies NamedTable;

/** Keras `keras.regularizers`. */
export const regularizers = {
  none: {},
  l1: { l1: 0.01 },
  l2: { l2: 0.01 },
  l1l2: { l1: 0.01, l2: 0.01 },
} as const satisfies NamedTable;

/** Keras `keras.constraints`. */
export const constraints = {
  none: {},
  maxNorm: { maxValue: 2, axis: 0 },
  nonNeg: {},
  unitNorm: { axis: 0 },
  minMaxNorm: { minValue: 0, maxValue: 1, rate: 1, axis: 0 },
} as const satisfies NamedTable;

export type NamedRole = 'initializer' | 'regularizer' | 'constraint';

export const namedTables: Readonly<Record<NamedRole, NamedTable>> = {
  initializer: initializers,
  regularizer: regularizers,
  constraint: constraints,
};
