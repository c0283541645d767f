import type { Window } from '../brick/brick';
import type { Call } from '../brick/call';
import type { NamedArgument } from '../brick/namedArgument';
import type { Shape } from '../brick/shape';
import type { Architecture, KerasApplication, WeightsEntry } from '../document/architecture';
import type { Start } from '../document/document';
import type { Issue } from './issue';
import type { Preprocessing } from '../document/training/trainingChoices';

/** One weight tensor of a layer, in Keras's order. Name is tfjs's: `kernel`, `bias`, `gamma`, `movingMean`. */
export interface Weight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly trainable: boolean;
  readonly initializer: NamedArgument;
  readonly regularizer: NamedArgument | null;
  readonly constraint: NamedArgument | null;
}

/** Where the weights of a model, or of a backbone in it, start: a known file, or somebody's own. */
export interface WeightsFrom extends Start {
  /** Height, width and channels of the picture; null where it is not known. */
  readonly inputShape: Shape | null;
  /** The file that can be downloaded, where there is one for such a picture. */
  readonly entry?: WeightsEntry;
  /** The architecture in `keras.applications`, with its width where it takes one. */
  readonly application?: KerasApplication & { readonly alpha?: number };
}

/** One layer of the model, everything known about it. Shapes are without the batch axis. */
export interface Step {
  /** Name of the node and of the layer. */
  readonly name: string;
  /** Brick type, e.g. `conv2d`. */
  readonly type: string;
  readonly call: Call;
  /** Names of the steps whose outputs come in, by port. Empty for an input brick. */
  readonly inputs: readonly string[];
  readonly inputShapes: readonly Shape[];
  readonly shape: Shape;
  /**
   * An earlier step whose layer this is, called once more: its weights are that one's, and counted there alone.
   */
  readonly sharesWith?: string;
  /** The weights that it computes with; for a nested model those of all its layers, named `layer/weight`. */
  readonly weights: readonly Weight[];
  readonly parameters: number;
  /** Parameters changed by training: 0 when frozen. */
  readonly trainableParameters: number;
  readonly trainable: boolean;
  /** What one output value sees of the input, per spatial axis; null where that means nothing. */
  readonly window: readonly Window[] | null;
  /** Names of the blocks around it, outermost first. */
  readonly blocks: readonly string[];
  /** A pretrained backbone is a model inside the model. */
  readonly nested?: Plan;
  /** Where a backbone's weights start; missing: at random. */
  readonly weightsFrom?: WeightsFrom;
  /** How the pictures of a backbone were prepared when it was trained. */
  readonly preprocessing?: Architecture['preprocessing'];
}

export interface Totals {
  readonly parameters: number;
  readonly trainable: number;
  readonly nonTrainable: number;
}

/** What `compile` makes of a document: plain data for badges, summary, both code printers and the worker. */
export interface Plan {
  readonly title: string;
  /** Sorted: every step comes after its inputs. Only layers that belong to the model. */
  readonly steps: readonly Step[];
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly totals: Totals;
  /** Output shape of every brick whose shape is known, bypassed and loose ones included. */
  readonly shapes: Readonly<Record<string, Shape>>;
  /** Problems, each reported once, where it arises. */
  readonly issues: readonly Issue[];
  /** Bricks behind a broken one: drawn grey. */
  readonly blocked: readonly string[];
  /** Where weights of layers outside backbones start, by layer name; missing: at random. */
  readonly weightsFrom?: WeightsFrom;
  /** How pictures are prepared where the training says `auto`: as the pretrained architecture was trained. */
  readonly preprocessing?: Architecture['preprocessing'];
}

/** The weights that a step brings into the model: those of a layer belong to its first use. */
export const ownWeights = ({ weights, sharesWith }: Pick<Step, 'weights' | 'sharesWith'>): readonly Weight[] =>
  sharesWith === undefined ? weights : [];

/**
 * A model that can be built and have weights: nothing is wrong with it but that layers keep their place which nothing here
 * computes.
 */
export function buildable({ issues, inputs, outputs }: Plan): boolean {
  const isSound = issues.every(({ severity, code }) => severity !== 'error' || code === 'placeholder');
  return isSound && inputs.length > 0 && outputs.length > 0;
}

/** A model that can be built and run: no issue of severity `error`, and something to compute. */
export function runnable(plan: Plan): boolean {
  return plan.issues.every(({ severity }) => severity !== 'error') && plan.inputs.length > 0 && plan.outputs.length > 0;
}

/** Does a layer learn of the data before training? */
export const adapts = ({ steps }: Pick<Plan, 'steps'>): boolean =>
  steps.some(({ call }) => call.traits.adapts === true);

/** How values 0 … 255 are prepared for a model: `auto` as its pretrained architecture was trained, else 0 … 1. */
export function preprocessingFor(
  { preprocessing }: Pick<Plan, 'preprocessing'>,
  wanted: Preprocessing,
): Exclude<Preprocessing, 'auto'> {
  return wanted === 'auto' ? (preprocessing ?? 'scale') : wanted;
}
