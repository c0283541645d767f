import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { chain, frozenHead } from '../../../../e2e/documents/chain';
import { library, templates } from '../../../../templates/index';
import { compile } from '../../../compile/compile';
import type { Dataset } from '../../../data/dataset';
import type { Document } from '../../../document/document';
import { buildTemplate } from '../../../document/template';
import type { Training } from '../../../document/training';
import { kerasProject } from './project';

const template = (id: string) => buildTemplate(templates.find((each) => each.id === id)!);
const text = (content: string | Uint8Array | undefined) => (typeof content === 'string' ? content : '');

const pictures: Dataset = {
  id: 'digits',
  kind: 'images',
  shape: [28, 28, 1],
  count: 20,
  validation: 5,
  vocabulary: null,
  values: new Uint8Array(20 * 784),
  target: { kind: 'classes', classes: [...'0123456789'], labels: Uint8Array.from({ length: 20 }, (_, at) => at % 10) },
  sampleWeights: null,
  words: null,
};

async function projectOf(document: Document, training: Partial<Training> = {}) {
  const given = { ...document, training: { ...document.training, ...training } };
  const data = given.training.dataset === 'digits' ? pictures : null;
  return kerasProject({ document: given, plan: compile(given, library), weights: null, sample: null, data });
}

const digits = chain('Digits', [
  ['inputImage', 'digit', { shape: [28, 28, 1] }],
  ['flatten', 'flatten'],
  ['dense', 'answer', { units: 10, activation: 'softmax' }],
]);
const train = async (training: Partial<Training>) => text((await projectOf(digits, training))['train.py']);
const stopping = {
  enabled: true,
  monitor: 'validationAccuracy',
  patience: 2,
  minDelta: 0.001,
  restoreBestWeights: false,
} as const;

describe('the model', () => {
  test.each([
    ['vgg16', 60],
    ['resnet50', 90],
  ])('%s takes at most %i lines', async (id, most) => {
    const model = text((await projectOf(template(id)))['model.py']);
    expect(model.trimEnd().split('\n').length).toBeLessThanOrEqual(most);
  });

  test('of every template has no line that black would break', async () => {
    for (const one of templates) {
      for (const [path, content] of Object.entries(await projectOf(buildTemplate(one)))) {
        if (!path.endsWith('.py')) continue;
        const long = text(content)
          .split('\n')
          .filter((line) => line.length > 88);
        expect({ id: one.id, path, long }).toEqual({ id: one.id, path, long: [] });
      }
    }
  });
});

describe('the data', () => {
  test('lie in the project where they are here', async () => {
    const files = await projectOf(digits);
    const npz = unzipSync(files['data/data.npz'] as Uint8Array);
    expect(Object.keys(npz)).toEqual(['x.npy', 'y.npy']);
    expect(JSON.parse(text(files['data/data.json']))).toMatchObject({ kind: 'images', validation: 5, test: 0 });
    expect(text(files['README.md'])).toContain('20 samples');
  });

  test('that do not fit stay out, and the README says what to put there', async () => {
    const files = await projectOf(template('vgg16-transfer'), { dataset: 'digits' });
    expect(Object.keys(files).filter((path) => path.startsWith('data/'))).toEqual([]);
    expect(text(files['README.md'])).toContain('does not fit the model');
    expect(text(files['data.py'])).toContain('one folder of photos per class');
  });
});

describe('training', () => {
  test.each<[string, Partial<Training>, string]>([
    [
      'all settings',
      { optimizer: { name: 'rmsprop', settings: { rho: 0.85, centered: true } } },
      'RMSprop(learning_rate, rho=0.85, centered=True)',
    ],
    [
      'partial ones',
      { optimizer: { name: 'momentum', settings: { nesterov: true } } },
      'SGD(learning_rate, momentum=0.9, nesterov=True)',
    ],
    ['a rate', { optimizer: { name: 'sgd', settings: { learningRate: 0.5 } } }, 'LEARNING_RATE = 0.5\n'],
    ['a loss', { loss: 'logcosh' }, 'loss="log_cosh"'],
    ['rows for what compares rows', { metrics: ['precision'] }, 'loss="categorical_crossentropy"'],
    ['metrics', { metrics: ['recall'] }, 'keras.metrics.Recall(name="recall")'],
    ['sides of −1 and 1', { loss: 'hinge', metrics: ['precision'] }, 'SidedPrecision(0, name="precision")'],
    ['epochs', { epochs: 17 }, 'EPOCHS = 17\n'],
    ['the batch', { batchSize: 13 }, 'BATCH_SIZE = 13\n'],
    ['the seed', { seed: 99 }, 'SEED = 99'],
    ['stopping', { earlyStopping: stopping }, 'monitor="val_accuracy",'],
  ])('has %s', async (_, training, expected) => {
    expect(await train(training)).toContain(expected);
  });

  test.each<[string, Partial<Training>]>([
    ['the split', { validationSplit: 0.3 }],
    ['class weights', { classWeight: 'balanced' }],
    ['preparation', { preprocessing: 'torch' }],
    ['the seed', { seed: 5 }],
  ])('reads data by %s', async (_, training) => {
    expect(text((await projectOf(digits, training))['data.py'])).not.toBe(text((await projectOf(digits))['data.py']));
  });

  test('in the order of the data does not shuffle', async () => {
    expect(await train({ shuffle: false })).not.toContain('shuffle=True');
    expect(await train({ shuffle: true })).toContain('shuffle=True');
  });

  test('refuses a model inside that is frozen and random', async () => {
    const files = await projectOf(frozenHead());
    expect(text(files['train.py'])).toContain('What is frozen would stay random');
    expect(text(files['README.md'])).toContain('training is refused');
  });
});
