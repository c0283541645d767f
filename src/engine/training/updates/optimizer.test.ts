import { memory, tensor1d, variable } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { type OptimizerName, optimizers } from '../../../document/training/trainingChoices';
import { Optimizer } from './optimizer';

interface Formula {
  readonly settings: Readonly<Record<string, number | boolean>>;
  readonly step: Step;
}
type Step = (w: number, g: number, slots: number[], time: number) => number;

/** Keras 3's formulas for one number, written down apart from the engine; real Keras itself is in `e2e/keras`. */
const keras: Readonly<Partial<Record<OptimizerName, Formula>>> = {
  sgd: { settings: { learningRate: 0.1 }, step: (w, g) => w - 0.1 * g },
  momentum: {
    settings: { learningRate: 0.1, momentum: 0.9, nesterov: true },
    step(w, g, s) {
      s[0] = 0.9 * (s[0] ?? 0) - 0.1 * g;
      return w + 0.9 * s[0] - 0.1 * g;
    },
  },
  adam: {
    settings: { learningRate: 0.1 },
    step(w, g, s, t) {
      s[0] = 0.9 * (s[0] ?? 0) + 0.1 * g;
      s[1] = 0.999 * (s[1] ?? 0) + 0.001 * g * g;
      return w - (((0.1 * Math.sqrt(1 - 0.999 ** t)) / (1 - 0.9 ** t)) * s[0]) / (Math.sqrt(s[1]) + 1e-7);
    },
  },
  rmsprop: {
    settings: { learningRate: 0.1, momentum: 0.5 },
    step(w, g, s) {
      s[0] = 0.9 * (s[0] ?? 0) + 0.1 * g * g;
      s[1] = 0.5 * (s[1] ?? 0) + (0.1 * g) / Math.sqrt(s[0] + 1e-7);
      return w - s[1];
    },
  },
  adamw: {
    settings: { learningRate: 0.1, weightDecay: 0.2 },
    step(w, g, s, t) {
      s[0] = 0.9 * (s[0] ?? 0) + 0.1 * g;
      s[1] = 0.999 * (s[1] ?? 0) + 0.001 * g * g;
      const move = (((0.1 * Math.sqrt(1 - 0.999 ** t)) / (1 - 0.9 ** t)) * s[0]) / (Math.sqrt(s[1]) + 1e-7);
      return w - w * 0.2 * 0.1 - move;
    },
  },
  nadam: {
    settings: { learningRate: 0.1 },
    step(w, g, s, t) {
      const [now, next] = [0.9 * (1 - 0.5 * 0.96 ** t), 0.9 * (1 - 0.5 * 0.96 ** (t + 1))];
      s[2] = (s[2] ?? 1) * now;
      s[0] = 0.9 * (s[0] ?? 0) + 0.1 * g;
      s[1] = 0.999 * (s[1] ?? 0) + 0.001 * g * g;
      const ahead = (next * s[0]) / (1 - s[2] * next) + ((1 - now) * g) / (1 - s[2]);
      return w - (0.1 * ahead) / (Math.sqrt(s[1] / (1 - 0.999 ** t)) + 1e-7);
    },
  },
  lion: {
    settings: { learningRate: 0.1 },
    step(w, g, s) {
      const way = Math.sign(0.9 * (s[0] ?? 0) + 0.1 * g);
      s[0] = 0.99 * (s[0] ?? 0) + 0.01 * g;
      return w - 0.1 * way;
    },
  },
  adagrad: {
    settings: { learningRate: 0.1, initialAccumulatorValue: 0.2 },
    step(w, g, s) {
      s[0] = (s[0] ?? 0.2) + g * g;
      return w - (0.1 * g) / Math.sqrt(s[0] + 1e-7);
    },
  },
  adadelta: {
    settings: { learningRate: 1 },
    step(w, g, s) {
      s[0] = 0.95 * (s[0] ?? 0) + 0.05 * g * g;
      const move = (g * Math.sqrt((s[1] ?? 0) + 1e-7)) / Math.sqrt(s[0] + 1e-7);
      s[1] = 0.95 * (s[1] ?? 0) + 0.05 * move * move;
      return w - move;
    },
  },
  adamax: {
    settings: { learningRate: 0.1 },
    step(w, g, s, t) {
      s[0] = 0.9 * (s[0] ?? 0) + 0.1 * g;
      s[1] = Math.max(0.999 * (s[1] ?? 0), Math.abs(g));
      return w - ((0.1 / (1 - 0.9 ** t)) * s[0]) / (s[1] + 1e-7);
    },
  },
};

/** What every optimizer does before its step, with a gradient of two numbers. */
const befores: readonly (readonly [string, Record<string, number>, (g: readonly number[]) => readonly number[]])[] = [
  ['clipnorm', { clipnorm: 0.5 }, (g) => g.map((one) => (one * 0.5) / Math.max(Math.hypot(...g), 0.5))],
  ['clipvalue', { clipvalue: 0.6 }, (g) => g.map((one) => Math.min(Math.max(one, -0.6), 0.6))],
  ['globalClipnorm', { globalClipnorm: 0.5 }, (g) => g.map((one) => one * 0.5 * Math.min(1 / Math.hypot(...g), 2))],
  ['weightDecay', { weightDecay: 0.5 }, (g) => g],
];

/** Both of RMSprop's own tensors more, and neither. */
const rmsprops: readonly (readonly [OptimizerName, Formula])[] = [
  [
    'rmsprop',
    {
      settings: { learningRate: 0.1, momentum: 0.5, centered: true },
      step(w, g, s) {
        s[0] = 0.9 * (s[0] ?? 0) + 0.1 * g * g;
        s[1] = 0.9 * (s[1] ?? 0) + 0.1 * g;
        s[2] = 0.5 * (s[2] ?? 0) + (0.1 * g) / Math.sqrt(s[0] - s[1] ** 2 + 1e-7);
        return w - s[2];
      },
    },
  ],
  [
    'rmsprop',
    {
      settings: { learningRate: 0.1 },
      step(w, g, s) {
        s[0] = 0.9 * (s[0] ?? 0) + 0.1 * g * g;
        return w - (0.1 * g) / Math.sqrt(s[0] + 1e-7);
      },
    },
  ],
];

describe('optimizers', () => {
  it.each([...optimizers.flatMap((name) => (keras[name] ? [[name, keras[name]] as const] : [])), ...rmsprops])(
    '%s follows Keras, keeps its state, and frees everything',
    async (name, { settings, step }) => {
      const before = memory().numTensors;
      const weight = { key: 'layer/kernel', variable: variable(tensor1d([0.5, -2])) };
      let optimizer = new Optimizer(name, settings);
      const expected = [0.5, -2];
      const slots: number[][] = [[], []];
      for (let time = 1; time <= 6; time++) {
        const gradient = [Math.sin(time), 3 / time];
        const given = tensor1d(gradient);
        optimizer.apply([weight], [given]);
        given.dispose();
        gradient.forEach((value, at) => (expected[at] = step(expected[at]!, value, slots[at]!, time)));
        const got = await weight.variable.data();
        expected.forEach((value, at) => expect(got[at]).toBeCloseTo(value, 5));
        if (time !== 3) continue;
        const state = await optimizer.state();
        optimizer.dispose();
        optimizer = new Optimizer(name, settings);
        optimizer.restore([weight], state);
      }
      expect(optimizer.time).toBe(6);
      optimizer.dispose();
      weight.variable.dispose();
      // The variable's first values are the test's own tensor.
      expect(memory().numTensors - before).toBe(1);
    },
  );

  it.each(befores)('%s comes before the step, and frees everything', async (_, settings, shortened) => {
    const before = memory().numTensors;
    const weight = { key: 'layer/kernel', variable: variable(tensor1d([0.5, -2])) };
    const optimizer = new Optimizer('sgd', { learningRate: 0.1, ...settings });
    const gradient = tensor1d([0.3, 4]);
    optimizer.apply([weight], [gradient]);
    const kept = 1 - 0.1 * (settings['weightDecay'] ?? 0);
    const [first, second] = shortened([0.3, 4]);
    const got = await weight.variable.data();
    expect(got[0]).toBeCloseTo(0.5 * kept - 0.1 * first!, 6);
    expect(got[1]).toBeCloseTo(-2 * kept - 0.1 * second!, 6);
    optimizer.dispose();
    gradient.dispose();
    weight.variable.dispose();
    expect(memory().numTensors - before).toBe(1);
  });

  it('begins anew where a weight is trained that was frozen before: its first step is no larger than Keras’s', async () => {
    const weight = (key: string) => ({ key, variable: variable(tensor1d([1])) });
    const [head, thawed] = [weight('head/kernel'), weight('trunk/kernel')];
    const gradient = tensor1d([0.25]);
    const first = new Optimizer('adam', { learningRate: 0.01 });
    for (let time = 0; time < 100; time++) first.apply([head], [gradient]);
    const state = await first.state();
    const second = new Optimizer('adam', { learningRate: 0.001 });
    second.restore([head, thawed], state);
    expect(second.time).toBe(0);
    second.apply([head, thawed], [gradient, gradient]);
    // Adam's first step is the learning rate.
    expect((await thawed.variable.data())[0]).toBeCloseTo(1 - 0.001, 6);
    first.dispose();
    second.dispose();
    gradient.dispose();
    for (const each of [head, thawed]) each.variable.dispose();
  });

  it('knows its step after more of them than float32 holds exactly', async () => {
    const weight = { key: 'layer/kernel', variable: variable(tensor1d([1])) };
    const first = new Optimizer('sgd', { learningRate: 0.01 });
    first.time = 2 ** 24 + 70_001;
    const second = new Optimizer('sgd', { learningRate: 0.01 });
    second.restore([weight], await first.state());
    expect(second.time).toBe(2 ** 24 + 70_001);
    first.dispose();
    second.dispose();
    weight.variable.dispose();
  });
});
