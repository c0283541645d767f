import { builtInHere } from '../../../src/cli/builtInHere';
import type { Dataset } from '../../../src/data/dataset';
import type { Document } from '../../../src/document/document';
import { buildTemplate } from '../../../src/document/template';
import type { Training } from '../../../src/document/training';
import { everyOptimizer } from '../../../src/training/everyOptimizer';
import { preparations } from '../../documents/preparations';
import { scheduleCases } from '../../documents/scheduleCases';
import { fitsMetric, metrics } from '../../../src/document/training/metrics';
import type { LossName } from '../../../src/document/training/losses';
import { optimizerSettings, optimizers } from '../../../src/document/training/trainingChoices';
import { templates } from '../../../templates/index';
import { invented } from '../../documents/invented/invented';
import type { Invented } from '../../documents/invented/made';
import { pictures, rows, trained, twice } from './curveModels';
import { fewSamples } from './fewSamples';
import { lossCases } from './lossCases';

/** A document whose training can be followed exactly on both sides: nothing in it is random once the weights are given. */
export type CurveCase = Invented;

const optimizerCases: readonly Training['optimizer'][] = [
  ...optimizers.map((name) => ({ name, settings: {} })),
  ...optimizers.flatMap((name) =>
    Object.entries(optimizerSettings[name])
      .filter(([key]) => key !== 'learningRate')
      .map(([key, value]) => ({ name, settings: { [key]: typeof value === 'boolean' ? !value : value / 2 + 0.05 } })),
  ),
  ...Object.keys(everyOptimizer).flatMap((key) =>
    (['momentum', 'nadam'] as const).map((name) => ({ name, settings: { [key]: 0.1 } })),
  ),
  { name: 'rmsprop', settings: { learningRate: 0.0007, rho: 0.85, momentum: 0.4, epsilon: 1e-5, centered: true } },
  { name: 'momentum', settings: { learningRate: 0.05, nesterov: true } },
  { name: 'sgd', settings: { learningRate: 0.2 } },
];

const metricsOf = (loss: LossName, units: number) => metrics.filter((metric) => fitsMetric(metric, loss, units));

const stopping = (monitor: Training['earlyStopping']['monitor'], minDelta = 0.5): Partial<Training> => ({
  epochs: 6,
  earlyStopping: { enabled: true, monitor, patience: 1, minDelta, restoreBestWeights: true },
});

const penalties = {
  kernelRegularizer: { name: 'l1l2', l1: 0.01, l2: 0.02 },
  biasRegularizer: { name: 'l2', l2: 0.03 },
  activityRegularizer: { name: 'l1', l1: 1e-4 },
  kernelConstraint: { name: 'minMaxNorm', minValue: 0.1, maxValue: 0.9, rate: 0.5, axis: 0 },
  biasInitializer: { name: 'constant', value: 0.1 },
};

const series = templates.filter(
  ({ group }) => group === 'seriesToNumber' || group === 'textToYesNo' || group === 'textToClasses',
);

function settings(): readonly (readonly [string, Document, string])[] {
  const digits = (name: string, training: Partial<Training>) =>
    [name, trained(pictures('softmax'), 'digits', training), 'digits'] as const;
  const threshold = (name: string, document: Document, training: Partial<Training>) =>
    [name, trained(document, 'threshold', training), 'threshold'] as const;
  const two = twice(pictures('softmax'), ['dense', 'beside', { units: 10, activation: 'softmax' }], 'flat');
  const outputs = { beside: { loss: 'auto', weight: 0.3 } } as const;
  const numbers = { beside: { loss: 'meanSquaredError', weight: 2 } } as const;
  return [
    ...optimizerCases.map((optimizer) =>
      digits(`${optimizer.name} ${JSON.stringify(optimizer.settings)}`, { optimizer }),
    ),
    ...scheduleCases.map((learningRateSchedule) =>
      digits(`${learningRateSchedule.name} ${JSON.stringify(learningRateSchedule.settings)}`, {
        learningRateSchedule,
        epochs: 5,
      }),
    ),
    ...lossCases(),
    ...metricsOf('sparseCategoricalCrossentropy', 10).map((metric) =>
      digits(`${metric} of classes`, { metrics: [metric] }),
    ),
    ...metricsOf('binaryCrossentropy', 1).map((metric) =>
      threshold(`${metric} of yes and no`, rows('sigmoid', 1), { metrics: [metric] }),
    ),
    ...metricsOf('sparseCategoricalCrossentropy', 2).map((metric) =>
      threshold(`${metric} of two classes`, rows('softmax', 2), { metrics: [metric] }),
    ),
    ...metricsOf('meanSquaredError', 1).map(
      (metric) =>
        [`${metric} of numbers`, trained(rows('linear', 1, 1), 'line', { metrics: [metric] }), 'line'] as const,
    ),
    digits('all that fits classes', { metrics: metricsOf('sparseCategoricalCrossentropy', 10) }),
    threshold('accuracy, precision and recall with hinge', rows('tanh', 1), {
      loss: 'hinge',
      metrics: ['accuracy', 'precision', 'recall'],
    }),
    threshold('squared error of yes and no', rows('sigmoid', 1), {
      loss: 'meanSquaredError',
      metrics: ['accuracy', 'precision'],
    }),
    [
      'accuracy, precision and recall of a number',
      trained(rows('linear', 1, 1), 'line', { metrics: ['precision', 'recall', 'meanAbsoluteError'] }),
      'line',
    ],
    digits('balanced classes', { classWeight: 'balanced' }),
    digits('balanced classes, precision', { classWeight: 'balanced', metrics: ['accuracy', 'precision', 'recall'] }),
    ['balanced numbers', trained(rows('linear', 1, 1), 'line', { classWeight: 'balanced' }), 'line'],
    digits('no validation', { validationSplit: 0 }),
    digits('a third held back', { validationSplit: 0.3 }),
    digits('batches of one size', { batchSize: 16 }),
    digits('one batch', { batchSize: 500 }),
    ...(['scale', 'caffe', 'tf', 'torch', 'none'] as const).map((preprocessing) =>
      digits(preprocessing, { preprocessing }),
    ),
    ...(['loss', 'accuracy', 'validationLoss', 'validationAccuracy'] as const).map((monitor) =>
      digits(`stopping by ${monitor}`, stopping(monitor)),
    ),
    digits('stopping by a loss that gets better', stopping('loss', 0)),
    ['two outputs', trained(two, 'digits', { outputs, ...stopping('validationAccuracy') }), 'digits'],
    ['two outputs, stopping by loss', trained(two, 'digits', { outputs, ...stopping('validationLoss') }), 'digits'],
    [
      'two outputs, two losses, balanced',
      trained(two, 'digits', { outputs: numbers, classWeight: 'balanced' }),
      'digits',
    ],
    ...preparations.map(([name, document]) => threshold(name, document, {})),
    ['penalties and limits', trained(pictures('softmax', 10, penalties), 'digits', {}), 'digits'],
    ...series.map((template) => {
      const document = calm(buildTemplate(template));
      const { dataset, batchSize } = document.training;
      return [template.id, trained(document, dataset, { epochs: 2, batchSize }), dataset] as const;
    }),
  ];
}

/** Layers that drop values at random drop none. */
const calm = (document: Document): Document => ({
  ...document,
  nodes: Object.fromEntries(
    Object.entries(document.nodes).map(([name, node]) => {
      const drops = Object.hasOwn(node.params, 'rate');
      return [name, drops ? { ...node, params: { ...node.params, rate: 0 } } : node];
    }),
  ),
});

/** Every setting of training, one at a time, models over time, and one invented document of every kind. */
export async function curveCases(): Promise<readonly CurveCase[]> {
  const known = new Map<string, Dataset>();
  const cases: CurveCase[] = [];
  for (const [name, document, id] of settings()) {
    const dataset = known.get(id) ?? fewSamples((await builtInHere(id))!, 60, 24);
    known.set(id, dataset);
    cases.push({ name, document, dataset });
  }
  const weighted = {
    ...known.get('digits')!,
    sampleWeights: Float32Array.from({ length: 84 }, (_, at) => 0.5 + (at % 4) / 4),
  };
  const document = trained(pictures('softmax'), 'digits', {});
  return [...cases, { name: 'samples that count differently', document, dataset: weighted }, ...(await invented())];
}
