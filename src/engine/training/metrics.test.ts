import { expect, test } from 'vitest';
import { type Sums, metricsOf } from './metrics';

const sums: Sums = {
  samples: 8,
  loss: 4,
  right: 6,
  squares: 2,
  absolutes: 1,
  truePositives: 3,
  positives: 4,
  actual: 6,
};

test('the metrics of the only output have plain names', () => {
  const metrics = ['accuracy', 'meanSquaredError', 'meanAbsoluteError', 'precision', 'recall'] as const;
  expect(metricsOf([{ output: 'label', metrics }], { loss: 4, samples: 8, outputs: [sums] })).toEqual({
    accuracy: 0.75,
    meanSquaredError: 0.25,
    meanAbsoluteError: 0.125,
    precision: 0.75,
    recall: 0.5,
  });
});

test('those of several outputs have the output’s name, and its loss before weighting', () => {
  const outputs = [
    { output: 'label', metrics: ['accuracy'] as const },
    { output: 'size', metrics: [] },
  ];
  const other = { ...sums, loss: 16 };
  expect(metricsOf(outputs, { loss: 1, samples: 8, outputs: [sums, other] })).toEqual({
    label_loss: 0.5,
    label_accuracy: 0.75,
    size_loss: 2,
  });
});
