import { type Training, initialTraining } from '../../src/document/training';
import { lossRecord, losses } from '../../src/document/training/losses';
import { type MetricName, fitsMetric, metrics } from '../../src/document/training/metrics';
import { optimizers, optimizerSettings } from '../../src/document/training/trainingChoices';
import { scheduleCases } from '../documents/scheduleCases';
import { everyOptimizer } from '../../src/training/everyOptimizer';
import type { Link } from '../documents/chain';
import { adapting } from '../documents/preparations';
import { type CurveCase, classified, conv, numbers, of, pictures, plain, uneven } from './curveModel';

/** One of each schedule: the others are compared beside Keras. */
const firstCases = scheduleCases.filter(({ name }, at) => scheduleCases[at - 1]?.name !== name);

const ofClasses = (metric: MetricName) => fitsMetric(metric, 'categoricalCrossentropy', 2);
const ofNumbers = (metric: MetricName) => !ofClasses(metric) && fitsMetric(metric, 'meanSquaredError', 1);

/** What the settings of a training can be, one thing changed at a time. */
const settings: readonly (readonly [string, Partial<Training>])[] = [
  ['as it is', {}],
  ...optimizers.map((name) => [`optimizer ${name}`, { optimizer: { name, settings: {} } }] as const),
  ...optimizers.flatMap((name) =>
    Object.entries(optimizerSettings[name]).map(([setting, value]) => {
      const other = typeof value === 'boolean' ? !value : value === 0 ? 0.5 : value * 0.5;
      return [`${name}, ${setting} ${other}`, { optimizer: { name, settings: { [setting]: other } } }] as const;
    }),
  ),
  ...firstCases.map((each) => [`schedule ${each.name}`, { learningRateSchedule: each }] as const),
  ...Object.keys(everyOptimizer).map(
    (setting) => [`adam, ${setting} 0.1`, { optimizer: { name: 'adam', settings: { [setting]: 0.1 } } }] as const,
  ),
  ...metrics.filter(ofClasses).map((metric) => [`metric ${metric}`, { metrics: [metric] }] as const),
  ['class weights', { classWeight: 'balanced' }],
  ['a validation split of 0', { validationSplit: 0 }],
  ['a validation split of 0.5', { validationSplit: 0.5 }],
  ['batches of 5', { batchSize: 5 }],
  ['no shuffling', { shuffle: false }],
  ['another seed', { seed: 6 }],
  ['three epochs', { epochs: 3 }],
  ...(['loss', 'accuracy', 'validationLoss', 'validationAccuracy'] as const).map((monitor) => {
    const earlyStopping = { enabled: true, monitor, patience: 1, minDelta: 0.5, restoreBestWeights: false };
    return [`early stopping by ${monitor}`, { epochs: 4, earlyStopping }] as const;
  }),
  ...(['caffe', 'tf', 'torch', 'none'] as const).map(
    (preprocessing) => [`preprocessing ${preprocessing}`, { preprocessing }] as const,
  ),
  ['augmentation', { augmentation: { ...initialTraining.augmentation, enabled: true } }],
  [
    'augmentation, nothing but brightness',
    { augmentation: { ...initialTraining.augmentation, enabled: true, rotationRange: 0, brightnessRange: 0.4 } },
  ],
];

/** Every loss with an output that goes with it. */
const judged = losses.map((loss): CurveCase => {
  const { kind, values } = lossRecord(loss);
  const units = kind === 'oneOfSeveral' ? 2 : 1;
  const usual = kind === 'oneOfSeveral' ? 'softmax' : kind === 'yesNo' ? 'sigmoid' : 'linear';
  const activation = values === 'notNegative' ? 'softplus' : /hinge/i.test(loss) ? 'tanh' : usual;
  const layers: readonly Link[] = [conv(), ['flatten', 'flatten'], ['dense', 'out', { units, activation }]];
  return kind === 'numbers'
    ? of(`loss ${loss}`, layers, { loss }, numbers)
    : of(`loss ${loss}`, layers, { loss, metrics: ['accuracy', 'precision'] });
});

/** The metrics of numbers. */
const measured = metrics.filter(ofNumbers).map((metric): CurveCase => {
  const layers: readonly Link[] = [conv(), ['flatten', 'flatten'], ['dense', 'out', { units: 1 }]];
  return of(`metric ${metric}`, layers, { loss: 'meanSquaredError', metrics: [metric] }, numbers);
});

const l1l2 = { name: 'l1l2', l1: 0.01, l2: 0.02 };
const initializers = ['zeros', 'ones', 'glorotNormal', 'heUniform', 'heNormal', 'leCunUniform', 'leCunNormal'];

/** Layers whose start, cost, limits or chance the project must share. */
const layers: readonly CurveCase[] = [
  ...initializers.map((name) => of(`starts ${name}`, [conv({ kernelInitializer: { name } }), ...classified])),
  of('starts with settings', [
    conv({ kernelInitializer: { name: 'truncatedNormal', mean: 0.1, stddev: 0.2 } }),
    ['flatten', 'row'],
    ['dense', 'dense', { units: 4, kernelInitializer: { name: 'varianceScaling', scale: 2 } }],
    ['dense', 'square', { units: 4, kernelInitializer: { name: 'orthogonal', gain: 1.5 } }],
    ['dense', 'out', { units: 2, activation: 'softmax' }],
  ]),
  of('penalties', [conv({ kernelRegularizer: l1l2, biasRegularizer: { name: 'l2', l2: 0.1 } }), ...classified]),
  of('penalties of activity', [conv({ activityRegularizer: l1l2 }), ...classified]),
  of('limits', [
    conv({ kernelConstraint: { name: 'maxNorm', maxValue: 0.3 }, biasConstraint: { name: 'nonNeg' } }),
    ...classified,
  ]),
  ...['dropout', 'gaussianDropout', 'gaussianNoise', 'alphaDropout', 'spatialDropout2d'].map((type) =>
    of(type, [conv(), [type, 'noise'], ...classified]),
  ),
  ...['randomFlip', 'randomRotation', 'randomZoom', 'randomTranslation', 'randomContrast', 'randomBrightness'].map(
    (type) => of(type, [[type, 'changed'], conv(), ...classified]),
  ),
  ...['lstm', 'gru', 'simpleRnn'].map((type) =>
    of(`${type} with dropout`, [
      ['reshape', 'steps', { targetShape: [3, 48] }],
      [type, 'loop', { units: 3, dropout: 0.2, recurrentDropout: 0.2 }],
      ['dense', 'out', { units: 2, activation: 'softmax' }],
    ]),
  ),
  of('both directions', [
    ['reshape', 'steps', { targetShape: [3, 48] }],
    ['bidirectional', 'loop', { layer: { type: 'lstm', params: { units: 2, dropout: 0.2 } } }],
    ...classified,
  ]),
  ...[
    { type: 'gru', params: { units: 3, returnSequences: true, biasRegularizer: l1l2 } },
    { type: 'dense', params: { units: 3, kernelRegularizer: l1l2 } },
  ].map((layer) => {
    const wrapper = layer.type === 'gru' ? 'bidirectional' : 'timeDistributed';
    const steps: Link = ['reshape', 'steps', { targetShape: [3, 48] }];
    return of(`frozen ${wrapper}`, [steps, [wrapper, 'loop', { layer }], ...classified], {}, pictures, ['loop']);
  }),
  ...adapting.map(([name, between, frozen]) => of(name, [...between, ...classified], {}, pictures, frozen)),
  of('two kernels that start unlike each other', [
    ['separableConv2d', 'conv', { filters: 3, pointwiseInitializer: { name: 'heNormal' } }],
    ...classified,
  ]),
  of('names that TensorFlow.js does not take', [
    ['conv2d', '합성곱 1', { filters: 3, activation: 'relu' }],
    ['dropout', 'leave/out', { rate: 0.4 }],
    ...classified,
  ]),
  ...(['auto', 'off'] as const).map((featureCache) =>
    of(
      `frozen layers, features ${featureCache}`,
      plain,
      { featureCache, augmentation: { ...initialTraining.augmentation, enabled: true, cachedVariants: 2 }, epochs: 3 },
      pictures,
      ['conv', 'bn'],
    ),
  ),
  of(
    'frozen layers, changed anew every epoch',
    plain,
    { augmentation: { ...initialTraining.augmentation, enabled: true, cachedVariants: 0 } },
    pictures,
    ['conv', 'bn'],
  ),
  of('samples that count half', plain, {}, uneven),
];

/** Documents of every kind, and every setting of a training. */
export const curveCases: readonly CurveCase[] = [
  ...settings.map(([name, training]) => of(name, plain, training)),
  ...judged,
  ...measured,
  ...layers,
];
