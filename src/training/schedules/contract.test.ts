import { describe, expect, test } from 'vitest';
import { scheduleFile } from '../../exporters/pytorch/scripts/schedules';
import { fittedSchedule, kerasSchedule } from '../../document/training/scheduleRules';
import {
  type ScheduleName,
  isSoundSchedule,
  scaledSchedule,
  scheduleValues,
  schedules,
} from '../../document/training/schedules';
import { scheduleChoice } from '../../importers/kerasGraph/training/scheduleChoice';
import { signatureOf } from '../../importers/kerasCode/keras/signatures';
import { scheduleWords } from '../../i18n/training/schedule';
import type { ScheduleRecord } from '../schedule';
import { scheduleRecords } from './index';
import { scheduleRules } from './rules/index';

const records: readonly (readonly [ScheduleName, ScheduleRecord])[] = schedules.flatMap((name) =>
  name === 'constant' ? [] : [[name, scheduleRecords[name]] as const],
);

describe.each(records)('%s', (name, record) => {
  const signature = signatureOf(record.isCallback ? 'callbacks' : 'schedules', record.keras ?? '') ?? [];
  const usual = new Map(signature.map(([key, initial]) => [key, initial]));
  const rated = signature.some(([key]) => key === 'initial_learning_rate');

  test('has Keras’s arguments, and its values where Keras has some', () => {
    const values = scheduleValues({ name, settings: {} });
    const given = Object.entries(kerasSchedule({ name, settings: values }, 0.01));
    expect(given.map(([key]) => key).filter((key) => !usual.has(key))).toEqual([]);
    expect(Object.hasOwn(Object.fromEntries(given), 'initial_learning_rate')).toBe(rated);
    const told = given.filter(([key, value]) => {
      const own = usual.get(key);
      return own !== undefined && own !== null && key !== 'monitor' && own !== value;
    });
    expect(told).toEqual([]);
  });

  test('suits any number of steps, and comes back from Keras’s configuration', () => {
    for (const steps of [1, 2, 3, 7, 1000, 123_456]) {
      const fitted = fittedSchedule(name, steps, 0.004);
      expect([steps, isSoundSchedule(fitted)]).toEqual([steps, true]);
      const read = scheduleChoice({ class_name: record.keras, config: kerasSchedule(fitted, 0.004) });
      expect(read).toEqual(record.isCallback ? null : { rate: 0.004, schedule: fitted });
    }
  });

  test('gives a learning rate at every step, or after every epoch, that scales', () => {
    const { at, after } = scheduleRules[name];
    expect([at, after].filter(Boolean)).toHaveLength(1);
    const fitted = fittedSchedule(name, 60, 0.01);
    const [values, tenth] = [fitted, scaledSchedule(fitted, 0.1)].map((each) => scheduleValues(each));
    const epochs = Array.from({ length: 60 }, () => ({
      loss: 1,
      accuracy: 0.5,
      validationLoss: 1,
      validationAccuracy: null,
    }));
    const rateAt = (given: typeof values, rate: number, step: number) =>
      at?.(given!, rate, step) ?? after!(given!, rate, epochs.slice(0, step));
    const rates = epochs.map((_, step) => rateAt(values, 0.01, step));
    expect(rates[0]).toBeCloseTo(0.01, 10);
    expect(rates.every((rate) => rate >= 0 && rate <= 0.010001)).toBe(true);
    expect(new Set(rates).size).toBeGreaterThan(2);
    rates.forEach((rate, step) => expect(rateAt(tenth, 0.001, step)).toBeCloseTo(rate / 10, 8));
  });

  test('refuses what it cannot be', () => {
    const refused = Object.entries(record.settings).flatMap(([key, { initial }]) => [
      { [key]: typeof initial === 'number' ? 'text' : 5 },
      ...(typeof initial === 'number' ? [{ [key]: -1 }, { [key]: NaN }] : []),
    ]);
    const all = [...refused, { strange: 1 }].filter((settings) => isSoundSchedule({ name, settings }));
    expect(all).toEqual([]);
  });

  test('has words in both languages and its formula in PyTorch', () => {
    for (const language of ['en', 'ko'] as const)
      expect(scheduleWords[language].about(name).length).toBeGreaterThan(20);
    expect(scheduleFile(name)).toContain(`Keras's ${record.keras}.`);
  });
});

test('steps that go back, or lack their learning rate, are refused', () => {
  const sound = (boundaries: readonly number[], values: readonly number[]) =>
    isSoundSchedule({ name: 'piecewiseConstantDecay', settings: { boundaries, values } });
  expect(sound([10, 20], [0.1, 0.01])).toBe(true);
  expect([sound([20, 10], [0.1, 0.01]), sound([10], [0.1, 0.01]), sound([], []), sound([1.5], [0.1])]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

/** As `keras.callbacks.ReduceLROnPlateau` of Keras 3.15 has it, callback by callback. */
test.each([
  [{ patience: 1 }, [3, 2, 2, 2, 1, 1], [0.1, 0.1, 0.1, 0.01, 0.001, 0.001, 0.0001]],
  [{ patience: 2, factor: 0.5 }, [1, 1, 1, 1, 1], [0.1, 0.1, 0.1, 0.05, 0.05, 0.025]],
  [{ patience: 1, cooldown: 2, factor: 0.5 }, [1, 1, 1, 1, 1], [0.1, 0.1, 0.05, 0.05, 0.025, 0.025]],
  [{ patience: 1, minLr: 0.06, factor: 0.5 }, [1, 1, 1], [0.1, 0.1, 0.06, 0.06]],
  [{ patience: 1, minDelta: 0.5, factor: 0.5 }, [1, 0.6, 0.4], [0.1, 0.1, 0.05, 0.05]],
])('%o after losses %j', (given, losses, expected) => {
  const values = scheduleValues({ name: 'reduceLROnPlateau', settings: { ...given, monitor: 'loss' } });
  const epochs = losses.map((loss) => ({ loss, accuracy: null, validationLoss: null, validationAccuracy: null }));
  const rates = [0, ...epochs.keys()].map((_, at) =>
    scheduleRules.reduceLROnPlateau.after!(values, 0.1, epochs.slice(0, at)),
  );
  expect(rates.map((rate) => Number(rate.toPrecision(6)))).toEqual(expected);
});
