import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type OptimizerName, optimizerSettings, optimizers } from '../../../../document/training';
import { compileModel, fineTune } from './compileModel';
import { createModel } from './model';
import { settings } from './settings';
import type { OptimizerSettings, Settings } from './settingsType';
import { weigh } from './weighting';

beforeAll(async () => void (await tf.setBackend('cpu')));

const withOptimizer = (name: OptimizerName): Settings => ({
  ...settings,
  optimizer: { name, ...optimizerSettings[name] } as OptimizerSettings,
});
/** What TensorFlow.js's configurations call otherwise. */
const renamed: Readonly<Partial<Record<OptimizerName, Readonly<Record<string, string>>>>> = {
  momentum: { nesterov: 'useNesterov' },
  rmsprop: { rho: 'decay' },
};
const x = tf.ones([2, 28, 28, 1]);
const y = tf.tensor2d([1, ...Array.from({ length: 18 }, () => 0), 1], [2, 10]);

describe('the compiled model', () => {
  test.each(optimizers)('%s has the settings of the editor, its learning rate divided', (name) => {
    const model = createModel();
    compileModel(model, withOptimizer(name), 10);
    const { learningRate, ...rest } = optimizerSettings[name];
    const { learningRate: rate, ...config }: Record<string, unknown> = model.optimizer.getConfig();
    expect(rate).toBeCloseTo(Number(learningRate) / 10, 12);
    const wanted = Object.entries(rest).map(([setting, value]) => [(renamed[name] ?? {})[setting] ?? setting, value]);
    expect(config).toMatchObject(Object.fromEntries(wanted));
    expect(model.metricsNames).toEqual(['loss', 'acc']);
  });

  test('weighs outputs and samples', () => {
    const loss = (weight: number) => {
      const [output] = settings.outputs;
      compileModel(model, { ...settings, outputs: [{ ...output!, weight }] });
      const result = model.evaluate(x, y, { batchSize: 2 });
      return (Array.isArray(result) ? result[0]! : result).dataSync()[0]!;
    };
    const model = createModel();
    const plain = loss(1);
    expect(loss(0.25)).toBeCloseTo(plain / 4, 5);
    weigh(tf.tensor1d([3, 3]));
    expect(loss(1)).toBeCloseTo(plain * 3, 4);
    weigh(null);
    expect(loss(1)).toBeCloseTo(plain, 5);
  });
});

test('fine-tuning trains these layers of the backbone, and the head', () => {
  const backbone = createModel();
  backbone.trainable = false;
  const input = tf.input({ shape: [28, 28, 1] });
  const head = tf.layers.dense({ name: 'head', units: 2 }).apply(backbone.apply(input)) as tf.SymbolicTensor;
  const model = tf.model({ inputs: input, outputs: head });
  expect(() => fineTune(model, settings)).toThrow('no backbone');
  expect(model.trainableWeights).toHaveLength(2);
  fineTune(model, { ...settings, fineTuned: { backbone: backbone.name, layers: ['predictions'] } });
  expect(model.trainableWeights).toHaveLength(4);
});
