import type { Plan, Step, Weight } from '../../../src/compile/plan';
import { derivedSeed } from '../../../src/data/random';
import { initialValues } from '../../../src/engine/model/starts/initialValues';
import type { Setting } from '../grid/combinations';
import { type Drawn, type Packed, drawn, pack } from './numbers';

/** What both sides compute with. */
export interface Given {
  readonly weights: Readonly<Record<string, readonly Drawn[]>>;
  readonly inputs: readonly Drawn[];
  /** By output: the loss is the sum of output · random factors, so that every gradient is a number of its own. */
  readonly factorSeeds: readonly number[];
  /** Gradients in training mode; not where a layer draws random numbers then. */
  readonly training: boolean;
}

/** Size that an unknown axis gets, and samples per batch where the model does not fix them. */
export const unknownAxis = 6;
const samples = 2;
/** Two samples of a vector have the same normalized values, whatever they are, and no gradient. */
const normalizedSamples = 5;

const concrete = (shape: Step['shape']) => shape.map((size) => size ?? unknownAxis);

/**
 * How large a weight's numbers are: sums of many products stay of the size of their inputs, as in a trained model, or
 * a deep model's answers are saturated and say nothing.
 */
export function rangeOf({ name, shape }: Weight): readonly [number, number] {
  // A variance is positive; the others take both signs.
  if (/[vV]ariance$/.test(name)) return [0.5, 2];
  // A count is a whole number, and Keras leaves its own at 0.
  if (name === 'count') return [0, 0];
  // A depthwise kernel's last two axes, and any other's last one, are not summed over; embeddings are looked up.
  const kept = name.startsWith('depthwise') ? 2 : 1;
  const summed = name === 'embeddings' ? 1 : shape.slice(0, -kept).reduce((product, size) => product * size, 1);
  const high = Math.min(0.5, Math.sqrt(3 / summed));
  return [-high, high];
}

const weightsFor = ({ name, weights }: Step, seed: string): Drawn[] =>
  weights.map((weight) => drawn(`${seed}/${name}/${weight.name}`, weight.shape, ...rangeOf(weight)));

function freshOf({ weights }: Step): (Packed | null)[] {
  return weights.map(({ initializer, shape }) => {
    const [values, others] = [1, 2].map((seed) => initialValues(initializer, shape, seed));
    const random = values!.some((value, index) => value !== others![index]);
    return random ? null : pack(shape, values!);
  });
}

/** Samples per batch: those the model's input fixes, or a few. */
function batchOf({ steps }: Plan): number {
  const fixed = steps.map(({ call }) => call.kerasArgs['batchSize']).find((size) => typeof size === 'number');
  const normalized = steps.some(({ call }) => call.traits.statistics);
  return fixed ?? (normalized ? normalizedSamples : samples);
}

/** Below which whole numbers an input's values lie: a word index is less than the vocabulary of the Embedding. */
const vocabulary = ({ steps }: Plan, input: string) =>
  steps.find(({ call, inputs }) => call.traits.vocabulary !== undefined && inputs.includes(input))?.call.traits
    .vocabulary;

const byLayer = <T>({ steps }: Plan, of: (step: Step) => T[]) =>
  Object.fromEntries(steps.flatMap((step) => (step.sharesWith === undefined ? [[step.name, of(step)]] : [])));

/** First values of weights that do not start at random, by layer; null for those that do. */
export const freshFor = (plan: Plan): Record<string, (Packed | null)[]> => byLayer(plan, freshOf);

type InputOptions = Pick<Setting, 'inputRange' | 'integerInputs' | 'zeroSteps'>;

/** Weights, inputs and factors for a plan; they depend on `seed` and on names only. */
export function givenFor(plan: Plan, seed: string, options: InputOptions): Given {
  const { inputRange = 2, zeroSteps = 0 } = options;
  const inputs = plan.inputs.map((name) => {
    const shape = [batchOf(plan), ...concrete(plan.steps.find((step) => step.name === name)!.shape)];
    const below = options.integerInputs ?? vocabulary(plan, name);
    return below === undefined
      ? drawn(`${seed}/${name}`, shape, -inputRange, inputRange, { zeroSteps })
      : drawn(`${seed}/${name}`, shape, 0, below, { whole: true, zeroSteps });
  });
  return {
    weights: byLayer(plan, (step) => weightsFor(step, seed)),
    inputs,
    factorSeeds: plan.outputs.map((name) => derivedSeed(1, `${seed}/${name}/factors`)),
    training: !plan.steps.some(({ call }) => call.traits.random),
  };
}
