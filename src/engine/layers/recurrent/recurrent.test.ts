import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { Bidirectional } from './bidirectional';
import { Gru } from './gru';
import { Lstm } from './lstm';
import { SimpleRnn } from './simpleRnn';

const kinds = { Lstm, Gru, SimpleRnn };
const names = ['Lstm', 'Gru', 'SimpleRnn'] as const;
const settings = { units: 4, returnSequences: true };
const context = (seed: number) => ({ label: 'layer', run: { seed, step: 0 } });

const sequence = () => tf.randomUniform([2, 6, 3], -1, 1, 'float32', 7) as tf.Tensor3D;
const values = (tensor: tf.Tensor) => [...tensor.dataSync()];
const close = (found: readonly number[], wanted: readonly number[]) =>
  found.forEach((value, index) => expect(value).toBeCloseTo(wanted[index]!, 6));

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe.each(names)('%s', (name) => {
  it('goes on where the batch before ended when stateful, and begins anew when told', () => {
    const plain = new kinds[name](settings);
    const stateful = new kinds[name]({ ...settings, stateful: true });
    const x = sequence();
    const whole = plain.apply(x) as tf.Tensor3D;
    const halves = [x.slice([0, 0, 0], [2, 3, 3]), x.slice([0, 3, 0], [2, 3, 3])] as const;
    stateful.apply(halves[0]);
    stateful.resetStates();
    stateful.setWeights(plain.getWeights());
    const [first, second] = halves.map((half) => stateful.apply(half) as tf.Tensor3D) as [tf.Tensor3D, tf.Tensor3D];
    close(values(tf.concat([first, second], 1)), values(whole));
    const third = stateful.apply(halves[0]) as tf.Tensor;
    expect(values(third)).not.toEqual(values(first));
    stateful.resetStates();
    close(values(stateful.apply(halves[0]) as tf.Tensor), values(first));
  });

  it('leaves nothing behind, in training neither', () => {
    const layer = new kinds[name]({ ...settings, stateful: true, dropout: 0.3, recurrentDropout: 0.2 });
    const x = sequence();
    const step = () =>
      tf.tidy(() => {
        const weights = layer.trainableWeights.map((weight) => weight.read() as tf.Variable);
        const loss = () => (layer.apply(x, { training: true }) as tf.Tensor).square().sum() as tf.Scalar;
        const { grads } = layer.built ? tf.variableGrads(loss, weights) : { grads: {} };
        if (!layer.built) loss();
        return Object.keys(grads).length;
      });
    step();
    expect(step()).toBe(3);
    const before = tf.memory().numTensors;
    for (let count = 0; count < 3; count++) step();
    expect(tf.memory().numTensors).toBe(before);
    layer.dispose();
    expect(tf.memory().numTensors).toBe(before - 3 - (name === 'Lstm' ? 2 : 1));
  });

  it('drops out by seed and only while training', () => {
    const make = (seed: number) => new kinds[name]({ ...settings, dropout: 0.5, recurrentDropout: 0.5 }, context(seed));
    const [one, same, other] = [make(1), make(1), make(2)];
    const x = sequence();
    one.apply(x);
    const weights = one.getWeights();
    for (const layer of [same, other]) {
      layer.apply(x);
      layer.setWeights(weights);
    }
    const said = (layer: tf.layers.Layer, training: boolean) => values(layer.apply(x, { training }) as tf.Tensor);
    expect(said(one, true)).toEqual(said(same, true));
    expect(said(one, true)).not.toEqual(said(other, true));
    expect(said(one, true)).not.toEqual(said(one, false));
    expect(said(one, false)).toEqual(said(other, false));
  });

  it('has the same gradient from the end as from the front of the turned sequence', () => {
    const [plain, backwards] = [false, true].map((goBackwards) => new kinds[name]({ ...settings, goBackwards }));
    const x = sequence();
    const factors = tf.randomUniform([2, 6, 4], -1, 1, 'float32', 3);
    backwards!.apply(x);
    plain!.apply(x);
    backwards!.setWeights(plain!.getWeights());
    const gradient = (layer: tf.layers.Layer) =>
      tf.grad((input: tf.Tensor) => (layer.apply(input) as tf.Tensor).mul(factors).sum());
    const found = values(gradient(backwards!)(x));
    expect(found).toHaveLength(36);
    close(found, values(tf.reverse(gradient(plain!)(tf.reverse(x, 1)), 1)));
  });

  it('lets half of a Bidirectional read from the end', () => {
    const [forward, backward] = [false, true].map((goBackwards) => new kinds[name]({ ...settings, goBackwards }));
    const both = new Bidirectional({ layer: forward!, backwardLayer: backward!, mergeMode: 'sum' });
    const x = sequence();
    const sum = both.apply(x) as tf.Tensor;
    backward!.setWeights(forward!.getWeights());
    const turned = both.apply(tf.reverse(x, 1)) as tf.Tensor;
    close(values(tf.reverse(both.apply(x) as tf.Tensor, 1)), values(turned));
    expect(both.weights).toHaveLength(6);
    expect(sum.shape).toEqual([2, 6, 4]);
    both.trainable = false;
    expect(both.trainableWeights).toHaveLength(0);
    expect(both.weights).toHaveLength(6);
  });
});

it('an LSTM starts with its forget gate open', () => {
  const layer = new Lstm({ units: 2 });
  layer.build([null as never, 3, 1]);
  expect(values(layer.getWeights()[2]!)).toEqual([0, 0, 1, 1, 0, 0, 0, 0]);
});
