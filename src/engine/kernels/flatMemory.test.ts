import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import { expect, it } from 'vitest';
import { chain } from '../../../e2e/fixtures/stripes';
import { selectBackend } from '../backend/backend';
import { buildModel, disposeModel } from '../model/model';
import { initialise } from '../model/trainableModel';
import { Optimizer } from '../training/updates/optimizer';

const steps = 1000;

it(`tensors, data and memory of wasm stay as they are over ${steps} steps`, async () => {
  await selectBackend('wasm', null);
  const built = buildModel(
    chain(
      ['inputImage', { shape: [8, 6, 2] }],
      ['conv2d', { filters: 5, padding: 'same', activation: 'relu' }],
      ['batchNormalization'],
      ['maxPooling2d'],
      ['depthwiseConv2d', { kernelSize: [3, 3], padding: 'same' }],
      ['relu', { maxValue: 6 }],
      ['reshape', { targetShape: [4, 15] }],
      ['lstm', { units: 6, returnSequences: true }],
      ['gru', { units: 3 }],
      ['dense', { units: 2 }],
    ),
  );
  initialise(built, 3);
  const trained = built.weights.filter(({ trainable }) => trainable);
  const optimizer = new Optimizer('adam', { learningRate: 0.001 });
  const x = tf.randomUniform([4, 8, 6, 2], 0, 1, 'float32', 1);
  const step = () =>
    tf.tidy(() => {
      const loss = () => (built.model.apply(x, { training: true }) as tf.Tensor).square().sum() as tf.Scalar;
      const { grads } = tf.variableGrads(
        loss,
        trained.map(({ variable }) => variable),
      );
      optimizer.apply(
        trained,
        trained.map(({ variable }) => grads[variable.name]!),
      );
    });
  const { wasm } = tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } };
  const state = () => [tf.memory().numTensors, tf.backend().numDataIds(), wasm.HEAPU8.buffer.byteLength];
  for (let warm = 0; warm < 3; warm++) step();
  const before = state();
  for (let count = 0; count < steps; count++) step();
  expect(state()).toEqual(before);
  optimizer.dispose();
  disposeModel(built);
  x.dispose();
});
