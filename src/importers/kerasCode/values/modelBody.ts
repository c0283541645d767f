import type { CodeError } from '../codeError';

/** What makes a layer a model. */
export interface Body<Layer, Tensor, Value> {
  /** The layers of a Sequential, in order. */
  readonly sequence: Layer[] | null;
  inputs: readonly Tensor[];
  outputs: readonly Tensor[];
  /** Why it could not be built: one of its layers could not be called. */
  readonly trouble?: CodeError;
  /** Function of `keras.applications` that made it. */
  readonly application: string | null;
  /** Arguments of `compile` and `fit`, by name. */
  compiled: ReadonlyMap<string, Value> | null;
  fitted: ReadonlyMap<string, Value> | null;
}
