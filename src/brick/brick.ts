import type { Arguments, InnerLayer, Traits } from './call';
import type { NamedArgument } from './namedArgument';
import type { Drawing } from './drawing';
import type { Fields, Values } from './fields';
import type { LayerSelection } from './layerSelection';
import type { WeightsSource } from './layers/weightsSources';
import type { Shape } from './shape';

export type Category =
  | 'data'
  | 'convolution'
  | 'pooling'
  | 'core'
  | 'recurrent'
  | 'wrapper'
  | 'dropout'
  | 'activation'
  | 'normalization'
  | 'shape'
  | 'merge'
  | 'augmentation'
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

/** How far one output value sees along one spatial axis: `size` cells, `dilation` apart; the next one `stride` on. */
export interface Window {
  readonly size: number;
  readonly stride: number;
  readonly dilation: number;
}

/** How a brick takes another one in its parameter `layer`. */
export interface Wraps<F extends Fields = Fields> {
  /** May a brick of this type stand inside? The inspector offers these. */
  accepts(inner: AnyBrick): boolean;
  /** Shape that the inner layer sees. Throws `ShapeError`. */
  inner(inputs: readonly Shape[], params: Values<F>): Shape;
  /** Shape that comes out, from the inner layer's. */
  shape(inner: Shape, inputs: readonly Shape[], params: Values<F>): Shape;
  /** Names of the copies of the inner weights, in Keras's order: TimeDistributed [''], Bidirectional both directions. */
  readonly copies: readonly string[];
  /** Arguments besides `layer`; the engine's ones may hold further layers made of the inner one. */
  args?(inner: InnerLayer, params: Values<F>): Arguments;
}

/** Asks for a model as one layer: the architecture (a template) by id, with options, of which it takes those it has. */
export interface Nested {
  readonly architecture: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Where its weights start. */
  readonly weights: WeightsSource;
  /** SHA-256 of somebody's own file. */
  readonly weightsFile: string;
  /** Which of its layers are trained. */
  readonly trains: LayerSelection;
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
  readonly layer: { readonly tfjs: string; readonly keras: string; readonly tfjsClass?: string };
  /** Its page below https://keras.io/api/layers/, e.g. `convolution_layers/convolution2d`; empty where Keras has none. */
  readonly page: string;
  /** Other words by which people look for it, in any language, with commas between them. */
  readonly also?: string;
  /** Address of the paper that introduced it. */
  readonly paper?: string;
  readonly inputs: 0 | 1 | 'many';
  readonly params: F;
  /** Settings that the palette offers beside the brick itself, each under a name of its own, e.g. `relu`. */
  readonly presets?: readonly { readonly name: string; readonly also?: string; readonly params: Partial<Values<F>> }[];
  /** How the help panel draws it. */
  readonly drawing?: Drawing;
  /** Lies open in the palette; the others come with its “more” button. A new brick is a rare one. */
  readonly everyday?: true;
  /**
   * Offered as a way out: an input to a brick that lacks one, or between two that only the rank keeps apart. The
   * smallest number comes first.
   */
  readonly offered?: number;
  /** Parameters said on the brick's face, most important first, e.g. `Conv2D 64 · 3×3`. */
  readonly face: readonly (keyof F & string)[];
  shape(inputs: readonly Shape[], params: Values<F>): Shape;
  /** Weight name (tfjs's, camelCase) → shape, in Keras's order. Shapes are complete: unknown axes are refused by `shape`. */
  weights?(inputs: readonly Shape[], params: Values<F>): Readonly<Record<string, readonly number[]>>;
  /** Weights that are never trained by gradient, e.g. `movingMean`. */
  readonly nonTrainable?: readonly string[];
  /** Name of our own class where tf.layers has none, fails, or computes otherwise than Keras; null takes tf.layers'. */
  own?(params: Values<F>, inputs: readonly Shape[]): string | null;
  /** Where a weight starts otherwise than the argument `<weight>Initializer` says, by weight name. */
  initializers?(params: Values<F>): Readonly<Record<string, NamedArgument>>;
  /** What one output value sees of the input, per spatial axis: receptive field and the drawing of the help panel. */
  window?(params: Values<F>): readonly Window[];
  /** Where the tfjs arguments are not simply the parameters; these come as `plain`. */
  args?(params: Values<F>, inputs: readonly Shape[], plain: Arguments): Arguments;
  /** Where the Keras arguments (camelCase here, printed in snake_case) differ from the tfjs ones. */
  kerasArgs?(params: Values<F>, inputs: readonly Shape[], plain: Arguments): Arguments;
  /** Parameters from Keras arguments (camelCase), where they are not simply those of the same names. */
  fromKeras?(args: Arguments): Partial<Values<F>>;
  /**
   * Arguments of the Keras class that are no parameters: the value with which it computes what the brick does, null where
   * any value does. Others change what is computed.
   */
  readonly without?: Readonly<Record<string, string | number | boolean | null>>;
  /** Keras arguments written without a name, in the class's order. */
  readonly positional?: readonly string[];
  /** Named arguments that are always written: Keras's own value is not the initial one. */
  readonly always?: readonly string[];
  /** Arguments that Keras gives the value of another one where they are not written. */
  readonly follows?: Readonly<Record<string, string>>;
  /** Keras computes it along the last axis, whatever stands in front of that; the brick takes less there. */
  readonly alongLast?: true;
  /** Our own class takes initial values by itself. */
  readonly ownDefaults?: true;
  /** What the layer does besides what its arguments say. */
  traits?(params: Values<F>, inputs: readonly Shape[]): Traits;
  /** A brick that is a whole model: `compile` builds and checks it; `shape` and `weights` are then not asked. */
  nested?(params: Values<F>, inputs: readonly Shape[]): Nested;
  /** A brick around another one; `shape` and `weights` are then not asked. */
  readonly wraps?: Wraps<F>;
  readonly docs: Readonly<Record<Language, BrickWords<F>>>;
  readonly examples: readonly [Example<F>, ...Example<F>[]];
}

/** Any brick, whatever its parameters; what a set of bricks holds. */
export interface AnyBrick extends Omit<Brick, 'docs' | 'examples' | 'presets'> {
  readonly docs: Readonly<Record<Language, AnyBrickWords>>;
  readonly examples: readonly [AnyExample, ...AnyExample[]];
  readonly presets?: readonly {
    readonly name: string;
    readonly also?: string;
    readonly params: Readonly<Record<string, unknown>>;
  }[];
}

/** Those of its parameters are in `bricks/words.ts`. */
type AnyBrickWords = Omit<BrickWords, 'params'>;

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
