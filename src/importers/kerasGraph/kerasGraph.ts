/** Plain JSON, as a configuration holds it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
/** An object of a configuration; argument names as Keras 3 has them, in snake_case. */
export type Config = Readonly<Record<string, Json>>;

/** One output tensor of one call of a layer. */
export interface KerasTensor {
  readonly layer: string;
  /** Which of the layer's `calls` it comes from. */
  readonly call: number;
  /** Which of the outputs of that call. */
  readonly tensor: number;
  /** Its shape with the batch axis, where the source says it. */
  readonly shape?: readonly (number | null)[];
}

/** A value given in a call: plain, or one of the tensors that come in. */
export type KerasValue = { readonly value: Json } | { readonly input: number };

/** One application of a layer. */
export interface KerasCall {
  /** Tensors that come in, in the order of the call. */
  readonly inputs: readonly KerasTensor[];
  /**
   * Of an operation (`module` `keras.ops`): all arguments without names in order, such as `[{ input: 0 }, { value: 2 }]`
   * of `x * 2`. Missing: the inputs alone.
   */
  readonly args?: readonly KerasValue[];
  /** Named arguments of the call, such as `axis` of an operation or `training`. */
  readonly kwargs: Config;
  /** All arguments as the source has them, with `{ "$input": 0 }` for the first of the tensors that come in. */
  readonly given?: { readonly args: readonly Json[]; readonly kwargs: Config };
}

/**
 * One layer of a model. `config` has what the class's `get_config()` has in Keras 3 (a choice such as an initializer or an
 * activation by its name, or as `{ class_name, config }`; a layer inside a wrapper as `{ class_name, config }`); an
 * argument that is left out has Keras 3's own value.
 */
export interface KerasLayer {
  readonly name: string;
  /** Class, such as `Dense`, or of an operation (`module` `keras.ops`) its function, such as `multiply`. `InputLayer` for an input, with `batch_shape` and `dtype` in `config`. */
  readonly className: string;
  /** `keras.layers`, `keras.ops`; of somebody's own class its registered name or module; empty where it is not known. */
  readonly module: string;
  readonly config: Config;
  /** Class and configuration as the source has them, in whatever Keras's words. */
  readonly written?: { readonly className: string; readonly module: string; readonly config: Config };
  /** In order; none for an input. */
  readonly calls: readonly KerasCall[];
  /** A model inside the model. */
  readonly graph?: KerasGraph;
  /** Name of the `keras.applications` function that made it, where the source says it, with its arguments in `config`. */
  readonly application?: string;
  /** Shape that comes out, with the batch axis, where the source says it. */
  readonly shape?: readonly (number | null)[];
  /** Parameters, where the source says it. */
  readonly parameters?: number;
}

/** How the model is trained, as `compile(…)` has it: optimizer, loss, metrics; as `get_compile_config()` of Keras 3. */
export interface KerasTraining {
  /** `{ class_name, config }`, or a name. */
  readonly optimizer?: Json;
  readonly loss?: Json;
  /** By output, as `loss_weights`. */
  readonly lossWeights?: Json;
  readonly metrics?: Json;
  /** From `fit(…)`, where the source says it. */
  readonly epochs?: number;
  readonly batchSize?: number;
  readonly validationSplit?: number;
}

/** A Keras model as plain data, whatever it was read from. Names of layers are distinct; a Sequential is a chain of calls. */
export interface KerasGraph {
  readonly name: string;
  readonly layers: readonly KerasLayer[];
  readonly inputs: readonly KerasTensor[];
  readonly outputs: readonly KerasTensor[];
  readonly trainable: boolean;
  readonly training: KerasTraining | null;
}
