import type { Fields, Values } from './fields';
import type { Shape } from './shape';

export type Category =
  | 'data'
  | 'convolution'
  | 'pooling'
  | 'core'
  | 'dropout'
  | 'activation'
  | 'normalization'
  | 'shape'
  | 'merge'
  | 'pretrained';

export type Language = 'en' | 'ko';

/** What the help panel says about a brick, in one language. Every parameter must have its words. */
export interface BrickWords<F extends Fields = Fields> {
  readonly name: string;
  /** One or two sentences: what it does and when to use it. */
  readonly about: string;
  readonly params: { readonly [K in keyof F]: string };
}

/** A worked example: shown in the help panel, and run by the contract test and by the Keras oracle. */
export interface Example<F extends Fields = Fields> {
  readonly params: Partial<Values<F>>;
  readonly in: readonly Shape[];
  readonly out: Shape;
  /** Number of parameters, trainable and not. */
  readonly weights: number;
}

/** A value that the engine passes to tfjs and that the printers write as code. */
export type Argument =
  | number
  | string
  | boolean
  | null
  | readonly Argument[]
  | { readonly role: 'initializer' | 'regularizer' | 'constraint'; readonly name: string; readonly settings: Settings };
export type Settings = Readonly<Record<string, string | number | boolean>>;
export type Arguments = Readonly<Record<string, Argument>>;

/** Asks for a model as one layer: the architecture (a template) by id, with its options. */
export interface Nested {
  readonly architecture: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * One layer type, data and behaviour together. `shape` and `weights` are pure, take shapes without the batch axis,
 * and follow Keras's `compute_output_shape` and `build`. `shape` throws `ShapeError`.
 */
export interface Brick<F extends Fields = Fields> {
  /** Saved in documents; never changes. Also the file name. */
  readonly type: string;
  readonly category: Category;
  /** Activations are thin bricks. */
  readonly thin?: boolean;
  /** Factory in `tf.layers` and class in `keras.layers`; `input` marks a data brick. */
  readonly layer: { readonly tfjs: string; readonly keras: string };
  readonly inputs: 0 | 1 | 'many';
  readonly params: F;
  /** Parameters said on the brick's face, most important first, e.g. `Conv2D 64 · 3×3`. */
  readonly face: readonly (keyof F & string)[];
  shape(inputs: readonly Shape[], params: Values<F>): Shape;
  /** Weight name (tfjs's, camelCase) → shape, in Keras's order. Shapes are complete: unknown axes are refused by `shape`. */
  weights?(inputs: readonly Shape[], params: Values<F>): Readonly<Record<string, readonly number[]>>;
  /** Weights that are never trained by gradient, e.g. `movingMean`. */
  readonly nonTrainable?: readonly string[];
  /** Where the tfjs arguments are not simply the parameters. */
  args?(params: Values<F>, inputs: readonly Shape[]): Arguments;
  /** Where the Keras arguments (camelCase here, printed in snake_case) differ from the tfjs ones. */
  kerasArgs?(params: Values<F>, inputs: readonly Shape[]): Arguments;
  /** A brick that is a whole model: `compile` builds and checks it; `shape` and `weights` are then not asked. */
  nested?(params: Values<F>, inputs: readonly Shape[]): Nested;
  readonly docs: Readonly<Record<Language, BrickWords<F>>>;
  readonly examples: readonly [Example<F>, ...Example<F>[]];
}

/** Any brick, whatever its parameters; what a set of bricks holds. */
export interface AnyBrick extends Omit<Brick, 'docs' | 'examples'> {
  readonly docs: Readonly<Record<Language, AnyBrickWords>>;
  readonly examples: readonly [AnyExample, ...AnyExample[]];
}

interface AnyBrickWords extends Omit<BrickWords, 'params'> {
  readonly params: Readonly<Record<string, string>>;
}

interface AnyExample extends Omit<Example, 'params'> {
  readonly params: Readonly<Record<string, unknown>>;
}

/** Declares a brick. All its promises are types: missing words, an unknown parameter or a bad default do not compile. */
export function defineBrick<const F extends Fields>(brick: Brick<F>): Brick<F> {
  return brick;
}

/** Initial values of all parameters of a brick. */
export function initialParams<F extends Fields>(brick: Pick<Brick<F>, 'params'>): Values<F> {
  return Object.fromEntries(Object.entries(brick.params).map(([name, field]) => [name, field.initial])) as Values<F>;
}
