import add from '../../../bricks/merge/add';
import batchNormalization from '../../../bricks/normalization/batchNormalization';
import concatenate from '../../../bricks/merge/concatenate';
import conv2d from '../../../bricks/convolution/conv2d';
import dense from '../../../bricks/core/dense';
import flatten from '../../../bricks/shape/flatten';
import globalAveragePooling2d from '../../../bricks/pooling/globalAveragePooling2d';
import inputImage from '../../../bricks/data/inputImage';
import inputVector from '../../../bricks/data/inputVector';
import maxPooling2d from '../../../bricks/pooling/maxPooling2d';
import type { Document } from '../../../src/document/document';
import { type Place, buildTemplate, defineTemplate } from '../../../src/document/template';
import { type Training, initialTraining } from '../../../src/document/training';
import { everyOptimizer } from '../../../src/training/everyOptimizer';
import { lossRecord, lossValues, losses } from '../../../src/document/training/losses';
import { optimizerSettings, optimizers } from '../../../src/document/training/trainingChoices';

/** A document beyond the templates. */
export interface Titled {
  readonly title: string;
  readonly document: Document;
}

/** What `build` places, with some training settings changed; `frozen` names bricks that are not trained. */
export function titled(
  title: string,
  build: (place: Place) => void,
  training: Partial<Training> = {},
  frozen: readonly string[] = [],
): Titled {
  const template = defineTemplate({
    id: 'titled',
    title,
    about: { en: '', ko: '' },
    options: {},
    optionWords: { en: {}, ko: {} },
    expect: { output: [], weights: 0 },
    build,
  });
  const document = buildTemplate(template);
  const nodes = Object.fromEntries(
    Object.entries(document.nodes).map(([name, node]) => [name, { ...node, trainable: !frozen.includes(name) }]),
  );
  return { title, document: { ...document, nodes, training: { ...initialTraining, ...training } } };
}

const small = (activation: 'softmax' | 'sigmoid') => (place: Place) => {
  const x = place(dense, { units: 6, activation: 'tanh' }, place(inputVector, { shape: [5] }));
  place(dense, { units: 3, activation }, place(batchNormalization, {}, x));
};

const optimizerVariants: readonly Training['optimizer'][] = [
  ...optimizers.map((name) => ({ name, settings: { ...optimizerSettings[name] } })),
  { name: 'momentum', settings: { ...optimizerSettings.momentum, nesterov: true } },
  { name: 'rmsprop', settings: { ...optimizerSettings.rmsprop, momentum: 0.5 } },
  { name: 'rmsprop', settings: { ...optimizerSettings.rmsprop, centered: true } },
  { name: 'adagrad', settings: { ...optimizerSettings.adagrad, learningRate: 0.1 } },
  ...Object.keys(everyOptimizer).map((key) => ({
    name: 'adam' as const,
    settings: { ...optimizerSettings.adam, [key]: 0.05 },
  })),
];

/** Every loss as Keras has it, and with each of its settings changed. */
const lossVariants = losses.flatMap((loss) => {
  const activation = lossRecord(loss).kind === 'oneOfSeveral' ? ('softmax' as const) : ('sigmoid' as const);
  const changes = Object.entries(lossValues(loss)).map(([key, value]) => ({ [key]: value === false ? true : 0.3 }));
  return [{}, ...changes].map((lossSettings) => ({ loss, lossSettings, activation }));
});

const twoInputs = (place: Place) => {
  const left = place(dense, { units: 4, activation: 'relu' }, place(inputVector, { shape: [6] }, [], 'left'));
  const right = place(dense, { units: 4, activation: 'tanh' }, place(inputVector, { shape: [6] }, [], 'right'));
  place(dense, { units: 3, activation: 'softmax' }, place(concatenate, {}, [left, right]));
};

const pictureAndNumbers = (place: Place) => {
  const picture = place(inputImage, { shape: [8, 8, 1] }, [], 'picture');
  const seen = place(globalAveragePooling2d, {}, place(conv2d, { filters: 4, activation: 'relu' }, picture));
  const facts = place(dense, { units: 4 }, place(inputVector, { shape: [3] }, [], 'facts'));
  const joined = place(add, {}, [seen, facts]);
  place(dense, { units: 2, activation: 'softmax' }, joined, 'kind');
  place(dense, { units: 1 }, joined, 'price');
};

const auxiliary = (place: Place) => {
  let x = place(inputImage, { shape: [12, 12, 1] });
  x = place(maxPooling2d, {}, place(conv2d, { filters: 4, activation: 'relu' }, x));
  place(dense, { units: 5, activation: 'softmax' }, place(flatten, {}, x), 'early');
  x = place(conv2d, { filters: 6, activation: 'relu' }, x);
  place(dense, { units: 5, activation: 'softmax' }, place(globalAveragePooling2d, {}, x), 'late');
};

const twoNumbers = (place: Place) => {
  const x = place(dense, { units: 8, activation: 'tanh' }, place(inputVector, { shape: [4] }));
  place(dense, { units: 1 }, x, 'mean');
  place(dense, { units: 1, activation: 'sigmoid' }, x, 'share');
};

const ruled = (place: Place) => {
  let x = place(inputVector, { shape: [5] });
  x = place(
    dense,
    { units: 6, kernelRegularizer: { name: 'l1l2', l1: 0.02, l2: 0.03 }, biasRegularizer: { name: 'l2', l2: 0.1 } },
    x,
    'penalised',
  );
  x = place(batchNormalization, { betaRegularizer: { name: 'l1', l1: 0.05 } }, x, 'norm');
  x = place(dense, { units: 6, kernelConstraint: { name: 'unitNorm', axis: 0 } }, x, 'held');
  place(dense, { units: 2, activation: 'softmax' }, x);
};

const output = (loss: Training['loss'], weight: number) => ({ loss, weight });

/** Documents beyond the templates: several inputs and outputs, every optimizer, every loss, frozen and ruled weights. */
export const documents: readonly Titled[] = [
  titled('two inputs', twoInputs),
  titled('picture and numbers to class and number', pictureAndNumbers),
  titled('auxiliary output', auxiliary, { outputs: { early: output('auto', 0.3), late: output('auto', 1) } }),
  titled('auxiliary output with another loss', auxiliary, {
    outputs: { early: output('categoricalCrossentropy', 0.5), late: output('kullbackLeiblerDivergence', 2) },
  }),
  titled('two numbers', twoNumbers, {
    outputs: { mean: output('meanSquaredError', 1), share: output('meanAbsoluteError', 0.25) },
  }),
  titled('penalties and limits', ruled, { optimizer: { name: 'sgd', settings: { learningRate: 0.5 } } }),
  titled('penalties and limits, frozen', ruled, {}, ['penalised', 'norm']),
  ...optimizerVariants.map((optimizer) =>
    titled(`${optimizer.name} ${JSON.stringify(optimizer.settings)}`, small('softmax'), { optimizer }),
  ),
  ...lossVariants.map(({ activation, ...judged }) =>
    titled([judged.loss, ...Object.keys(judged.lossSettings)].join(' '), small(activation), judged),
  ),
];
