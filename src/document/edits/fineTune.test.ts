import { describe, expect, test } from 'vitest';
import { compile } from '../../compile/compile';
import type { Document } from '../document';
import { transferAdvice, trunkTrainings } from '../transferAdvice';
import { type TuningSettings, fineTune, fineTuningOf, normalises, usualDivisor } from './fineTune';
import { unfoldBackbone } from './unfold';
import { swapHead } from './head';
import { deepFrozen, example, library, placesOf } from './testDocuments';

const shapesOf = (document: Document) => compile(document, library).shapes;
const trainable = (document: Document) => compile(document, library).totals.trainable;
const tuningOf = (document: Document) => fineTuningOf(document, library, shapesOf(document))!;

const settings: TuningSettings = { divisor: 10, epochs: 7, normalisationFrozen: true };

describe('VGG16 with the head of the course', () => {
  const asBrick = example('vgg16-transfer');
  const head = { reduce: 'flatten', units: 512, dropout: 0.5, classes: 1 } as const;
  const vgg16 = example('vgg16');
  const asBricks = deepFrozen(swapHead(head, library, shapesOf(vgg16), placesOf(vgg16))(vgg16));

  test.each([
    ['as one brick', asBrick, 'vgg16'],
    ['as bricks', asBricks, 'block5_pool'],
  ])('%s: block5 is unfrozen at a tenth of the learning rate, the head stays', (_, document, trunk) => {
    expect(trainable(document)).toBe(12_846_081);
    const tuning = tuningOf(document);
    expect(tuning.trunk).toBe(trunk);
    expect(tuning.stages.map(({ name, from }) => `${name} ${from}`)).toEqual(
      [1, 2, 3, 4, 5].map((block) => `block${block} block${block}_conv1`),
    );
    expect(tuning.layers).toHaveLength(18);
    const tuned = deepFrozen(fineTune('block5_conv1', settings, trunk, library)(document));
    expect(trainable(tuned)).toBe(19_925_505);
    expect(tuned.training.epochs).toBe(7);
    expect(tuned.training.optimizer).toEqual({
      ...document.training.optimizer,
      settings: {
        ...document.training.optimizer.settings,
        learningRate: (document.training.optimizer.settings['learningRate'] as number) / 10,
      },
    });
    expect(trainable(fineTune('block1_conv1', settings, trunk, library)(tuned))).toBe(27_560_769);
    expect(trainable(fineTune('block5_conv3', settings, trunk, library)(tuned))).toBe(12_846_081 + 2_359_808);
  });
});

test.each([
  ['transfer', 100],
  ['vgg16-transfer', 10],
])('%s: the learning rate is divided by %i at first', (id, divisor) => expect(usualDivisor(example(id))).toBe(divisor));

describe('MobileNet with its head', () => {
  const asBrick = example('transfer');
  const { inputShapes } = compile(asBrick, library).steps.find(({ name }) => name === 'mobilenet')!;
  const unfolding = { name: 'mobilenet', shape: inputShapes[0]!, trained: new Set<string>() };
  const asBricks = deepFrozen(unfoldBackbone(unfolding, library)(asBrick));
  test.each([
    ['as one brick', asBrick],
    ['as bricks', asBricks],
  ])('%s: batch normalisations stay frozen, or are trained', (_, document) => {
    const { trunk } = tuningOf(document);
    expect(normalises(document, trunk, library)).toBe(true);
    const tuned = (normalisationFrozen: boolean) =>
      trainable(fineTune('conv_pw_13', { ...settings, normalisationFrozen }, trunk, library)(document));
    expect(tuned(true)).toBe(trainable(document) + 1_048_576);
    expect(tuned(false)).toBe(trainable(document) + 1_048_576 + 2 * 1024);
  });
});

test.each([
  [12_000, true, 'last'],
  [12_000, false, 'all'],
  [300, true, 'none'],
  [300, false, 'some'],
] as const)('%d samples, alike %s: %s', (samples, alike, trains) =>
  expect(transferAdvice(samples, alike)).toEqual({ trains, much: samples > 5000, alike }),
);

test.each(['vgg16', 'vgg16-transfer'])('%s: each way to train the trunk trains more than the one before', (id) => {
  const document = example(id);
  const counts = trunkTrainings.map((trains) => {
    const head = { reduce: 'flatten', units: 512, dropout: 0.5, classes: 1, trains } as const;
    return trainable(swapHead(head, library, shapesOf(document), placesOf(document))(document));
  });
  // The new head; block5; block4 and block5; all.
  expect(counts).toEqual([12_846_081, 19_925_505, 25_825_281, 27_560_769]);
});
