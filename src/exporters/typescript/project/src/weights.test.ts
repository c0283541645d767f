import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createModel } from './model';
import { hasWeights, loadWeights, saveWeights } from './weights';

let folder: string;
beforeAll(async () => {
  await tf.setBackend('cpu');
  folder = mkdtempSync(join(tmpdir(), 'deepbrick-weights-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A model with one inside it. */
function nested(): tf.LayersModel {
  const [inner, x] = [createModel(), tf.input({ shape: [28, 28, 1] })];
  const y = tf.layers.dense({ name: 'head', units: 2 }).apply(inner.apply(x)) as tf.SymbolicTensor;
  return tf.model({ inputs: x, outputs: y });
}
const valuesOf = (model: tf.LayersModel) => model.getWeights().map((weight) => [...weight.dataSync()]);

test('weights come back as they were saved, those of an inner model too', async () => {
  const [saved, fresh] = [nested(), nested()];
  const to = join(folder, 'new', 'weights');
  expect(hasWeights(to)).toBe(false);
  await saveWeights(saved, to);
  expect(hasWeights(to)).toBe(true);
  expect(valuesOf(fresh)).not.toEqual(valuesOf(saved));
  loadWeights(fresh, to);
  expect(valuesOf(fresh)).toEqual(valuesOf(saved));
  expect(() => loadWeights(createModel(), to)).toThrow('digits_cnn');
});
