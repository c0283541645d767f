import type { NamedArgument } from './namedArgument';
import type { Shape } from './shape';

/** A value that the engine passes to tfjs and that the printers write as code. */
export type Argument = number | string | boolean | null | readonly Argument[] | NamedArgument | LayerArgument;
/** A layer inside a wrapper. */
export interface LayerArgument {
  readonly role: 'layer';
  readonly layer: InnerLayer;
}
export type Arguments = Readonly<Record<string, Argument>>;

/**
 * What prints and builds one layer: factory in `tf.layers`, class in `keras.layers` (for a nested model in
 * `keras.applications`), and the arguments of each (camelCase).
 */
export interface Call {
  readonly tfjs: string;
  readonly keras: string;
  /** Class behind the factory, where it is called otherwise than Keras's. */
  readonly tfjsClass?: string;
  /** Our own class, in `src/engine/layers/<own>.ts`, where tf.layers has none or computes otherwise than Keras. */
  readonly own?: string;
  /** A list of inputs goes in, even when one wire comes. */
  readonly takesList?: true;
  readonly args: Arguments;
  readonly kerasArgs: Arguments;
  readonly traits: Traits;
  readonly written: Written;
  /** Of a layer that nothing here computes. */
  readonly kept?: KeptLayer;
}

/** Plain data. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** A layer that nothing here computes, as its file has it. */
export interface KeptLayer {
  /** Keras's class, with its package where it has one: `shop>Block`. */
  readonly className: string;
  /** Where the class is from; empty where it is not known. */
  readonly module: string;
  readonly config: Readonly<Record<string, Plain>>;
  /** How it is called, with `{ "$input": 0 }` for the first tensor that comes in; null: with one tensor, or a list. */
  readonly call: { readonly args: readonly Plain[]; readonly kwargs: Readonly<Record<string, Plain>> } | null;
}

/** A layer without a place in the graph, as a wrapper holds it. */
export interface InnerLayer {
  /** Brick type, e.g. `conv2d`. */
  readonly type: string;
  readonly call: Call;
  readonly inputShapes: readonly Shape[];
  readonly shape: Shape;
}

/**
 * What leaves a layer of the mask of time steps that came in, as Keras 3's `compute_mask` says: the same mask, none
 * (also without `supports_masking`), one of its own making, or one made of those of several inputs: where all of them
 * have one (`merges`), or any (`joins`).
 */
export type MaskRule = 'passes' | 'ends' | 'makes' | 'merges' | 'joins';

/** Our class that computes the mask that leaves a layer which does not merely hand one on. */
export interface MaskLayer {
  /** In `src/engine/layers/<own>.ts`. It takes the layer's inputs and their masks behind them. */
  readonly own: string;
  readonly args: Arguments;
  /** It takes the masks only. */
  readonly alone?: true;
  /** The argument by which a layer of TensorFlow.js would make a mask itself. */
  readonly silences?: string;
}

/** What the rest of the program needs to know about a layer besides its arguments. What is missing is not so. */
export interface Traits {
  /** Draws anew at every step of training. */
  readonly random?: boolean;
  /** Hands its values on unchanged when predicting, perhaps in another order or shape. */
  readonly passesValues?: boolean;
  /** The activation that its values leave with, where no argument `activation` says it. */
  readonly activation?: string;
  /**
   * `kept`: its values lie among those that come in, and 0; `free`: they can be any numbers, whatever comes in. Missing:
   * its activation says it, or nothing is known.
   */
  readonly range?: 'kept' | 'free';
  /** Brings values of any size to one that the layers behind it can learn from. */
  readonly scales?: true;
  /** Missing: `ends`. */
  readonly mask?: MaskRule;
  /** Where the rule is `makes`, `merges` or `joins`. */
  readonly maskLayer?: MaskLayer;
  /** Computes otherwise where a mask comes in, which then comes behind the inputs. */
  readonly readsMask?: boolean;
  /** Keras refuses it where a mask comes in. */
  readonly refusesMask?: boolean;
  /** Keras refuses it, or leaves its fractions out, where whole numbers come in. */
  readonly refusesWhole?: boolean;
  /** Its inputs can come in any order. */
  readonly commutes?: boolean;
  /** Our class that does so, where without a mask another one computes. */
  readonly masked?: string;
  /** Goes on from one batch to the next. */
  readonly stateful?: boolean;
  /** Keeps statistics of what it sees in training, in weights that no gradient trains. */
  readonly statistics?: boolean;
  /** Works its weights out from the samples that are trained on, before the first epoch; no gradient trains them. */
  readonly adapts?: true;
  /** Whole numbers leave it, as integers. */
  readonly givesWhole?: true;
  /** Takes whole numbers below this one. */
  readonly vocabulary?: number;
  /** What becomes of the input's positions: each output sees all of them, they lie elsewhere, or begin anew. Missing: kept. */
  readonly positions?: 'mixed' | 'moved' | 'new';
  /**
   * Multiply-adds: every kernel once per position of the input, or the inputs with each other. Missing: every kernel
   * once per position of the output.
   */
  readonly multiplies?: 'perInput' | 'inputs';
  /** A wrapper whose values are what the layer inside makes, place by place. */
  readonly wrapsOnly?: true;
  /** Stands for a layer that nothing here computes. */
  readonly placeholder?: true;
  /** Our class that computes in place of tf.layers' own, which printed code keeps: it draws by the run's seed. */
  readonly seeded?: string;
  /** What of tf.layers computes the same where the layer's own factory refuses the input. */
  /** Arguments in a `model.json`, where TensorFlow.js’s class of that name has others than our own. */
  readonly saved?: Arguments;
  readonly standIn?: { readonly tfjs: string; readonly class: string; readonly args: Arguments };
}

/** How a call of the Keras class is written. */
export interface Written {
  /** Arguments without a name, in the class's order. */
  readonly first: readonly string[];
  /** Named arguments that are left out: Keras takes the same value by itself. */
  readonly silent: readonly string[];
  /** Our own class takes the silent ones by itself too. */
  readonly ownSilent?: true;
}
