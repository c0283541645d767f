import { memory, scalar, tensor2d, tidy } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, test } from 'vitest';
import { type MetricName, fitsMetric, metricClass, metrics } from '../../document/training/metrics';
import { losses } from '../../document/training/losses';
import { metricsOf, named, outputSums, withMetrics } from '../../engine/training/metrics';
import { metricFunction, metricsFile } from '../../exporters/pytorch/scripts/metrics';
import { signatureOf } from '../../importers/kerasCode/keras/signatures';
import { metricName } from '../../importers/kerasGraph/training/metricName';

/** Ten samples of so many units: what is right, and what was said. */
function answers(units: number) {
  const p = Array.from({ length: 10 * units }, (_, at) => Math.abs(Math.sin(1 + 7 * at)));
  const y = p.map((_, at) =>
    units === 1 ? Number(at % 3 === 0) : Number(at % units === Math.trunc(at / units) % units),
  );
  return { y, p };
}

/** The metric of these samples, taken in batches of so many. */
function measured(name: MetricName, units: number, batch: number): number {
  const { y, p } = answers(units);
  const head = { output: 'answer', units, metrics: [name] };
  let total: number[] = [];
  for (let at = 0; at < 10; at += batch) {
    const added = tidy(() => {
      const part = (values: number[]) => tensor2d(values.slice(at * units, (at + batch) * units), [batch, units]);
      const given = { y: part(y), p: part(p), positive: 0.5 };
      return Array.from(withMetrics(outputSums(scalar(0), given), given, [name]).dataSync());
    });
    total = added.map((value, place) => value + (total[place] ?? 0));
  }
  return metricsOf([head], named([0, 10, ...total], [head]))[name]!;
}

describe.each(metrics)('%s', (name) => {
  test('is a class of Keras, found again by its name', () => {
    for (const each of [metricClass(name, 1), metricClass(name, 2)]) {
      expect(signatureOf('metrics', each)).not.toBe(null);
      expect(metricName({ class_name: each, config: {} })).toBe(name);
    }
    expect(metricName(metricFunction(name))).toBe(name);
  });

  test('is for the outputs of some loss', () => {
    expect(losses.some((loss) => fitsMetric(name, loss, 10))).toBe(true);
  });

  test.each([1, 3, 8])('adds up over an epoch, not over batches, and frees everything: %i units', (units) => {
    const before = memory().numTensors;
    const whole = measured(name, units, 10);
    for (const batch of [1, 2]) expect(measured(name, units, batch) / whole).toBeCloseTo(1, 5);
    expect(Number.isFinite(whole)).toBe(true);
    expect(memory().numTensors).toBe(before);
  });

  test('is a pair of functions in PyTorch', () => {
    const text = metricsFile([name]);
    expect(text).toContain(`def ${metricFunction(name)}_sums(y: Tensor, p: Tensor, positive: float) -> Tensor:`);
    expect(text).toContain(`def ${metricFunction(name)}(sums: Tensor, samples: int, right: float) -> float:`);
    expect(text.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });
});

test.each([
  ['topKCategoricalAccuracy', 'sparseCategoricalCrossentropy', 5, false],
  ['topKCategoricalAccuracy', 'sparseCategoricalCrossentropy', 10, true],
  ['auc', 'hinge', 1, false],
  ['auc', 'categoricalHinge', 3, false],
  ['auc', 'binaryCrossentropy', 1, true],
  ['f1Score', 'meanSquaredError', 3, false],
  ['r2Score', 'binaryCrossentropy', 1, false],
  ['r2Score', 'huber', 2, true],
] as const)('%s with %s and %d units: %s', (metric, loss, units, fits) => {
  expect(fitsMetric(metric, loss, units)).toBe(fits);
});

test.each([
  [{ class_name: 'TopKCategoricalAccuracy', config: { k: 3 } }, null],
  [{ class_name: 'TopKCategoricalAccuracy', config: { k: 5 } }, 'topKCategoricalAccuracy'],
  [{ class_name: 'AUC', config: { curve: 'PR' } }, null],
  [{ class_name: 'Precision', config: { thresholds: 0.9 } }, null],
  [{ class_name: 'F1Score', config: { average: 'weighted' } }, null],
  ['AUC', 'auc'],
])('%j is %s', (value, metric) => {
  expect(metricName(value)).toBe(metric);
});
