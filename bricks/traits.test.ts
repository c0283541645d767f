import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { stepFor } from '../e2e/keras/cases/plans';
import { inputStep } from '../e2e/keras/inputStep';
import { smallest } from '../e2e/keras/grid/everyValue';
import { grid } from '../e2e/keras/grid/index';
import type { AnyBrick } from '../src/brick/brick';
import type { Arguments } from '../src/brick/call';
import { type ReadInner, paramsFromKeras } from '../src/brick/fromKeras';
import type { Step } from '../src/compile/plan';
import { derivedSeed, randomNumbers } from '../src/data/random';
import { layerOf } from '../src/engine/model/layerOf';
import { brickList, bricks } from './index';

const batch = 6;
const unknown = 5;

/** Large examples say no more. */
const large = 3000;
const numbersIn = ({ in: shapes, weights }: AnyBrick['examples'][0]) =>
  shapes.reduce((sum, shape) => sum + shape.reduce<number>((size, axis) => size * (axis ?? unknown), 1), weights);

const examples = brickList.flatMap(({ type, inputs, nested, examples: given }) =>
  inputs === 0 || nested
    ? []
    : given
        .filter((example) => numbersIn(example) < large || example === smallest(given))
        .map((example, index) => ({ title: `${type} ${index + 1}`, type, params: example.params, in: example.in })),
);
type Sample = Pick<(typeof examples)[number], 'type' | 'params' | 'in'>;

const stepOf = ({ type, params, in: shapes }: Sample): Step =>
  stepFor(
    'brick',
    { type, params },
    shapes.map((shape, port) => inputStep(`input_${port}`, shape)),
  );

function numbers(shape: readonly number[], seed: string, below?: number): tf.Tensor {
  const random = randomNumbers(derivedSeed(1, seed));
  const size = shape.reduce((product, axis) => product * axis, 1);
  const value = () => (below === undefined ? 4 * random() - 2 : Math.floor(random() * below));
  return tf.tensor(Float32Array.from({ length: size }, value), [...shape]);
}

/** The engine's layer with random weights; `at` says what it makes of the inputs at a step of training, or of predicting. */
function running(step: Step) {
  const run = { seed: 1, step: 0 };
  const layer = layerOf(step, 'brick', { label: 'brick', run });
  const inputs = step.inputShapes.map((shape, port) =>
    numbers([batch, ...shape.map((size) => size ?? unknown)], `input ${port}`, step.call.traits.vocabulary),
  );
  const at = (training: boolean, when = 0): number[] => {
    run.step = when;
    const given = inputs.length === 1 && !step.call.takesList ? inputs[0]! : inputs;
    return [...(layer.apply(given, { training }) as tf.Tensor).dataSync()];
  };
  at(false);
  // Deviations stay positive, and what is summed does not end at a limit.
  for (const weight of layer.weights)
    weight.write(
      numbers(weight.shape as number[], weight.name)
        .abs()
        .mul(0.1)
        .add(0.01),
    );
  return { at, inputs, layer };
}

const sorted = (values: ArrayLike<number>) => Float32Array.from(values).toSorted();

beforeAll(async () => {
  await tf.setBackend('cpu');
});

test.each(examples)('$title does what its traits say', (example) => {
  const step = stepOf(example);
  const {
    random = false,
    passesValues = false,
    stateful = false,
    statistics = false,
    adapts = false,
    range,
  } = step.call.traits;
  const { at, inputs, layer } = running(step);
  const [first, again] = [at(false), at(false)];
  expect(first.join() === again.join()).toBe(!stateful);
  const passed = passesValues ? inputs.flatMap((input) => [...input.dataSync()]) : first;
  expect(sorted(first)).toEqual(sorted(passed));
  const given = inputs.flatMap((input) => [...input.dataSync()]);
  const [low, high] = range === 'kept' ? [Math.min(0, ...given), Math.max(0, ...given)] : [-Infinity, Infinity];
  expect(first.filter((value) => value < low - 1e-5 || value > high + 1e-5)).toEqual([]);
  const steps = new Set([1, 2, 3, 4].map((when) => at(true, when).join()));
  expect(steps.size > 1).toBe(random);
  expect(at(true, 2)).toEqual(at(true, 2));
  expect(layer.nonTrainableWeights.length > 0).toBe(statistics || adapts);
  layer.dispose();
});

/** Both ways that two unlike inputs can come in. */
function bothWays(type: string): readonly [readonly number[], readonly number[]] {
  const step = stepOf({ type, params: {}, in: [[3], [3]] });
  const layer = layerOf(step, 'brick', { label: 'brick', run: { seed: 1, step: 0 } });
  const [one, other] = [numbers([batch, 3], 'one'), numbers([batch, 3], 'other')];
  const said = (inputs: tf.Tensor[]) => [...(layer.apply(inputs) as tf.Tensor).dataSync()];
  return [said([one, other]), said([other, one])];
}

const merging = brickList.filter(({ inputs, category }) => inputs === 'many' && category === 'merge');
// A product of vectors commutes, one of matrices does not.
test.each(merging.filter(({ type }) => type !== 'dot').map(({ type }) => type))(
  'inputs of %s come in any order where its traits say so',
  (type) => {
    const [first, turned] = bothWays(type);
    const { commutes = false } = stepOf({ type, params: {}, in: [[3], [3]] }).call.traits;
    expect(first.join() === turned.join()).toBe(commutes);
  },
);

const recurrent = brickList.filter(({ params }) => 'stateful' in params);

describe.each(recurrent.map(({ type, examples: [{ params, in: shapes }] }) => ({ type, params, in: shapes })))(
  '$type',
  (example) => {
    test.each(['dropout', 'recurrentDropout'])('draws with %s', (name) => {
      const step = stepOf({ ...example, params: { ...example.params, [name]: 0.5 } });
      expect(step.call.traits.random).toBe(true);
      const { at } = running(step);
      expect(at(true, 1)).not.toEqual(at(true, 2));
    });

    test('remembers with stateful', () => {
      const step = stepOf({ ...example, params: { ...example.params, stateful: true } });
      expect(step.call.traits.stateful).toBe(true);
      const { at } = running(step);
      expect(at(false)).not.toEqual(at(false));
    });
  },
);

const readInner: ReadInner = ({ type, call }) => ({ type, params: read(type, call.kerasArgs) as never });
const read = (type: string, args: Arguments) => paramsFromKeras(bricks[type]!, args, readInner);

/** Arguments as they are compared: which layer is inside is said by its arguments. */
const argumentsOf = (step: Step) => JSON.stringify([step.call.args, step.call.kerasArgs, step.shape, step.weights]);

test.each(brickList.filter(({ nested }) => !nested).map(({ type }) => ({ type })))(
  'parameters of $type come back from its Keras arguments',
  ({ type }) => {
    const settings = [
      ...grid,
      ...brickList.flatMap((brick) => brick.examples.map((each) => ({ ...each, type: brick.type }))),
    ];
    for (const setting of settings.filter((each) => each.type === type)) {
      const step = stepOf(setting);
      const silent = Object.entries(step.call.kerasArgs).filter(([name]) => !step.call.written.silent.includes(name));
      for (const args of [step.call.kerasArgs, Object.fromEntries(silent)]) {
        expect(argumentsOf(stepOf({ ...setting, params: read(type, args) }))).toBe(argumentsOf(step));
      }
    }
  },
);
