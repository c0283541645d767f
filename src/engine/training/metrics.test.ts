import { expect, test } from 'vitest';
import { metricsOf, named } from './metrics';

const metrics = ['accuracy', 'meanSquaredError', 'meanAbsoluteError', 'precision', 'recall'] as const;
const sums = [4, 6, 2, 1, 3, 4, 6];

test('the metrics of the only output have plain names', () => {
  const outputs = [{ output: 'label', units: 1, metrics }];
  const totals = named([4, 8, ...sums], outputs);
  expect(totals).toMatchObject({ loss: 4, samples: 8, outputs: [{ samples: 8, loss: 4, right: 6, truePositives: 3 }] });
  expect(metricsOf(outputs, totals)).toEqual({
    accuracy: 0.75,
    meanSquaredError: 0.25,
    meanAbsoluteError: 0.125,
    precision: 0.75,
    recall: 0.5,
  });
});

test('those of several outputs have the output’s name, and its loss before weighting', () => {
  const outputs = [
    { output: 'label', units: 3, metrics: ['f1Score', 'accuracy'] as const },
    { output: 'size', units: 1, metrics: [] },
  ];
  const totals = named([1, 8, ...sums, 1, 1, 1, 1, 1, 1, 1, 1, 1, 16, ...sums.slice(1)], outputs);
  expect(metricsOf(outputs, totals)).toEqual({
    label_loss: 0.5,
    label_f1Score: expect.closeTo(1, 6) as number,
    label_accuracy: 0.75,
    size_loss: 2,
  });
});
