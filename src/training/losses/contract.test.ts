import { memory, tensor2d, tidy, variable, variableGrads } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, test } from 'vitest';
import { initialTraining, trainingSchema } from '../../document/training';
import {
  type LossName,
  type LossSettings,
  lossClass,
  lossNumbers,
  lossValues,
  losses,
} from '../../document/training/losses';
import { kerasLoss } from '../../exporters/keras/kerasLosses';
import { lossFunction } from '../../exporters/lossFunction';
import { lossesFile } from '../../exporters/pytorch/scripts/losses';
import { signatureOf } from '../../importers/kerasCode/keras/signatures';
import { lossChoice } from '../../importers/kerasGraph/training/lossChoice';
import type { LossRecord } from '../loss';
import { kerasName } from '../setting';
import { lossRecords } from './index';
import { lossRules } from './rules';

const records: readonly (readonly [LossName, LossRecord])[] = losses.map((name) => [name, lossRecords[name]]);

/** Values that are not Keras's. */
const others = ({ settings = {} }: LossRecord) =>
  Object.fromEntries(
    Object.entries(settings).map(([key, { initial }]) => [key, typeof initial === 'boolean' ? !initial : 0.75]),
  );

const inKeras = (settings: LossSettings) =>
  Object.fromEntries(Object.entries(settings).map(([key, value]) => [kerasName(key), value]));

describe.each(records)('%s', (name, record) => {
  const { settings = {} } = record;

  test('has the settings of Keras’s class, with its values', () => {
    const signature = new Map(signatureOf('losses', lossClass(name))?.map(([key, initial]) => [key, initial]));
    const own = inKeras(lossValues(name));
    const passing = ['from_logits', 'axis', 'reduction', 'name', 'dtype', 'ignore_class'];
    expect([...signature].filter(([key]) => !passing.includes(key))).toEqual(Object.entries(own));
  });

  test('is taken by documents, and goes out to Keras and back', () => {
    const lossSettings = others(record);
    const training = { ...initialTraining, loss: name, lossSettings };
    expect(trainingSchema.safeParse(training).success).toBe(true);
    for (const key of Object.keys(settings)) {
      const wrong = { ...training, lossSettings: { ...lossSettings, [key]: -1 } };
      expect(trainingSchema.safeParse(wrong).success).toBe(false);
      expect(trainingSchema.safeParse({ ...initialTraining, outputs: { a: { ...wrong, weight: 1 } } }).success).toBe(
        false,
      );
    }
    expect(kerasLoss(name, {})).toBe(`"${lossFunction(name)}"`);
    expect(lossChoice(lossFunction(name))).toEqual({ loss: name, lossSettings: {} });
    const written = kerasLoss(name, lossSettings);
    for (const [key, value] of Object.entries(inKeras(lossSettings)))
      expect(written).toContain(`${key}=${value === true ? 'True' : value}`);
    const read = lossChoice({ class_name: lossClass(name), config: inKeras(lossSettings) });
    expect(read).toEqual({ loss: name, lossSettings });
    expect(lossChoice({ class_name: lossClass(name), config: { from_logits: true } })).toBe(null);
    expect(lossChoice({ class_name: lossClass(name), config: { reduction: 'sum' } })).toBe(null);
  });

  test('is a function in PyTorch with Keras’s arguments', () => {
    const head = lossesFile([name]).match(new RegExp(`def ${lossFunction(name)}\\(([^)]*)\\)`))?.[1] ?? '';
    const given = [...head.matchAll(/(\w+): (?:float|bool) = (\S+?)(?:,|$)/gm)].map(([, key]) => key);
    expect(given).toEqual(Object.keys(settings).map(kerasName));
  });

  test('gives a number for every sample and slopes, and frees everything', () => {
    const before = memory().numTensors;
    const outputs = variable(tensor2d([0.2, 0.3, 0.5, 0.1, 0.7, 0.2], [2, 3]));
    const right = record.kind === 'sides' ? [-1, -1, 1, -1, 1, -1] : [0, 0, 1, 0, 1, 0];
    for (const chosen of [{}, others(record)]) {
      tidy(() => {
        const y = tensor2d(right, [2, 3]);
        const each = lossRules[name](y, outputs, lossNumbers(name, chosen));
        expect([each.shape, each.dtype]).toEqual([[2], 'float32']);
        expect(Array.from(each.dataSync()).every(Number.isFinite)).toBe(true);
        const { grads } = variableGrads(() => lossRules[name](y, outputs, lossNumbers(name, chosen)).mean(), [outputs]);
        const slopes = Array.from(grads[outputs.name]!.dataSync());
        expect(slopes.every(Number.isFinite)).toBe(true);
        expect(slopes.some((slope) => slope !== 0)).toBe(true);
      });
    }
    outputs.dispose();
    expect(memory().numTensors).toBe(before + 1);
  });
});

test('settings of other losses say nothing, and are not given on', () => {
  expect(lossValues('huber', { delta: 2, alpha: 0.5 })).toEqual({ delta: 2 });
  expect(lossNumbers('binaryFocalCrossentropy', { applyClassBalancing: true })).toMatchObject({
    applyClassBalancing: 1,
  });
});
