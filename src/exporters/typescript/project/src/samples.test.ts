import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { line } from '../../../../data/made/line';
import { reviews } from '../../../../data/made/reviews';
import { createModel } from './model';
import { checkVocabulary, fixedBatch, headsOf, inputsOf } from './samples';
import { settings } from './settings';

beforeAll(async () => void (await tf.setBackend('cpu')));

const photo = { kind: 'images', shape: [28, 28, 1], values: new Uint8Array(784).fill(51) } as const;
const first = Uint32Array.of(0);
const valuesOf = ([x]: readonly tf.Tensor[]) => x!.dataSync();

test('pictures are prepared as the settings say, and change at random in training only', () => {
  const model = createModel();
  const plain = inputsOf(model, photo, settings);
  expect(valuesOf(plain.checking(first, 1))[0]).toBeCloseTo(0.2, 6);
  expect(plain.training).toBe(plain.checking);
  const augmentation = { ...settings.augmentation, enabled: true, brightnessRange: 0.5 };
  const changing = inputsOf(model, photo, { ...settings, preprocessing: 'none', augmentation });
  expect(valuesOf(changing.checking(first, 1))[0]).toBe(51);
  const epochs = [1, 2].map((epoch) => valuesOf(changing.training(first, epoch))[0]);
  expect(epochs[0]).not.toBe(epochs[1]);
  expect(valuesOf(changing.training(first, 1))[0]).toBe(epochs[0]);
});

test('what does not fit says what the model takes and what the data is', () => {
  const model = createModel();
  expect(() => inputsOf(model, line(), settings)).toThrow('The model takes [28,28,1], the data is [1]');
  expect(() => headsOf(model, line(), settings)).toThrow('cannot learn 1 numbers');
  expect(headsOf(model, { ...line(), ...photo, target: digitsTarget }, settings)).toEqual([
    { units: 10, targets: 'oneHot' },
  ]);
});

const digitsTarget = {
  kind: 'classes',
  classes: Array.from({ length: 10 }, (_, digit) => String(digit)),
  labels: new Uint8Array(1),
} as const;

test('words beyond those of an Embedding are refused', () => {
  const x = tf.input({ batchShape: [4, 200] });
  const embedded = (inputDim: number) => {
    const y = tf.layers.embedding({ inputDim, outputDim: 2 }).apply(x) as tf.SymbolicTensor;
    return tf.model({ inputs: x, outputs: y });
  };
  const data = reviews();
  expect(() => checkVocabulary(embedded(data.vocabulary!), data)).not.toThrow();
  expect(() => checkVocabulary(embedded(3), data)).toThrow('raise its inputDim');
  expect(fixedBatch(embedded(3))).toBe(4);
  expect(fixedBatch(createModel())).toBe(null);
});
