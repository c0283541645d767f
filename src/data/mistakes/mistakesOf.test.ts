import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialParams } from '../../brick/brick';
import { compile } from '../../compile/compile';
import { resolvedLosses } from '../../compile/fittingLoss';
import { type Document, type Node, emptyDocument } from '../../document/document';
import { applyFix } from '../../document/edits/fixes';
import { buildTemplate } from '../../document/template';
import { initialTraining } from '../../document/training';
import { type LossName, losses } from '../../document/training/losses';
import { fixText } from '../../i18n/troubles/mistakes/fixText';
import { mistakeText } from '../../i18n/troubles/mistakes/mistakes';
import { towersOf } from '../../layout/towers';
import { library, templates } from '../../../templates/index';
import { builtInFacts } from '../catalogue';
import { compatibilityOf } from '../compatibility';
import type { DatasetFacts, TargetFacts } from '../dataset';
import { mistakesOf } from './mistakesOf';

type Brick = readonly [type: string, params?: object];

/** A tower of bricks, trained in this way. */
function tower(bricks: readonly Brick[], training: Partial<Document['training']> = {}): Document {
  const nodes: Record<string, Node> = {};
  const names = bricks.map(([type], index) => `${type}_${index}`);
  bricks.forEach(([type, params], index) => {
    const all = { ...initialParams(library.bricks[type]!), ...params } as Node['params'];
    nodes[names[index]!] = { type, params: all, trainable: true, at: [0, 0] };
  });
  const edges = names.slice(1).map((to, index) => ({ from: names[index]!, to, port: 0 }));
  return { ...emptyDocument('t'), nodes, edges, training: { ...initialTraining, dataset: 'd', ...training } };
}

function data(target: TargetFacts, largest: DatasetFacts['largest'] = {}): DatasetFacts {
  return { id: 'd', kind: 'numbers', shape: [4], target, count: 100, validation: 15, vocabulary: null, largest };
}

const classes = (count: number) => data({ kind: 'classes', classes: count });
const numbers = (targets: number, inputs = 1) => data({ kind: 'numbers', units: 1 }, { targets, inputs });

const mistakes = (document: Document, facts: DatasetFacts | null) =>
  mistakesOf({ plan: compile(document, library), training: document.training, facts, library });
const codes = (document: Document, facts: DatasetFacts | null) => mistakes(document, facts).map(({ code }) => code);

const input: Brick = ['inputVector', { shape: [4] }];

const dense = initialParams(library.bricks['dense']!);

/** The same head, built in several ways. */
const forms: Readonly<Record<string, (units: number, activation: string) => readonly Brick[]>> = {
  argument: (units, activation) => [['dense', { units, activation }]],
  brick: (units, activation) => [
    ['dense', { units }],
    ['activation', { activation }],
  ],
  inside: (units, activation) => [
    ['repeatVector', { n: 3 }],
    ['timeDistributed', { layer: { type: 'dense', params: { ...dense, units, activation: 'linear' } } }],
    ['timeDistributed', { layer: { type: 'activation', params: { activation } } }],
    ['timeDistributed', { layer: { type: 'dropout', params: initialParams(library.bricks['dropout']!) } }],
    ['globalMaxPooling1d'],
  ],
  dropped: (units, activation) => [
    ['dense', { units, activation }],
    ['dropout'],
    ['activation', { activation: 'linear' }],
  ],
  reshaped: (units, activation) => [
    ['dense', { units, activation }],
    ['reshape', { targetShape: [units, 1] }],
    ['flatten'],
  ],
  pooled: (units, activation) => [
    ['repeatVector', { n: 3 }],
    ['timeDistributed', { layer: { type: 'dense', params: { ...dense, units, activation } } }],
    ['globalAveragePooling1d'],
  ],
};

/** Everything that is said is in words, and each first fix is taken until nothing is said any more. */
function mended(document: Document, facts: DatasetFacts | null): Document {
  let now = document;
  for (let turn = 0; turn < 8; turn++) {
    const [mistake] = mistakes(now, facts);
    if (mistake === undefined) return now;
    for (const language of ['en', 'ko'] as const) {
      expect(mistakeText(mistake, language)).not.toMatch(/undefined|NaN|\[object/);
      for (const fix of mistake.fixes) expect(fixText(fix, language, library)).not.toMatch(/undefined|\[object/);
    }
    const [fix] = mistake.fixes;
    if (fix === undefined) throw new Error(`${mistake.code} has no way out.`);
    now = applyFix(fix, library, towersOf(now, library))(now);
  }
  throw new Error(`${JSON.stringify(mistakes(now, facts))} stay.`);
}

describe('templates', () => {
  test.each(templates.map(({ id }) => id))(
    '%s makes no mistake, but for tops of 1,000 classes and of own photos',
    (id) => {
      const document = buildTemplate(templates.find((each) => each.id === id)!);
      const said = codes(document, builtInFacts(document.training.dataset));
      expect(said.filter((code) => code !== 'units' && code !== 'photosWanted')).toEqual([]);
    },
  );

  test.each([
    ['transfer', { classes: 2 }],
    ['transfer', { classes: 1 }],
    ['transfer', { classes: 7, alpha: '0.25', inputShape: [96, 96, 3] }],
    ['vgg16-transfer', {}],
  ])('%s with %j asks for photos; a head for the digits is second', (id, options) => {
    const waiting = buildTemplate(
      templates.find((each) => each.id === id)!,
      options,
    );
    const [asked, ...more] = mistakes(waiting, null);
    expect([asked!.code, asked!.fixes, more]).toEqual(['photosWanted', [{ kind: 'bringPhotos' }], []]);
    const document = { ...waiting, training: { ...waiting.training, dataset: 'digits' } };
    const said = mistakes(document, builtInFacts('digits'));
    expect(said.map(({ code }) => code)).toEqual(['photosWanted']);
    expect(said[0]!.fixes.map(({ kind }) => kind)).toEqual(['bringPhotos', 'setParam']);
    for (const language of ['en', 'ko'] as const)
      expect(mistakeText(said[0]!, language)).toMatch(/photos of your own|내 사진/);
    const [photos, units] = said[0]!.fixes.map((fix) => applyFix(fix, library, towersOf(document, library))(document));
    expect(photos).toBe(document);
    // Whoever means the digits is not asked again.
    expect(codes(units!, builtInFacts('digits'))).toEqual([]);
    const own: DatasetFacts = { ...classes(4), id: 'photos:mine', kind: 'images', shape: [64, 64, 3] };
    expect(codes(document, own)).toEqual(['units']);
  });

  test('a model of nothing but random weights is not asked for photos', () => {
    const vgg = buildTemplate(templates.find(({ id }) => id === 'vgg16')!);
    expect(codes(vgg, builtInFacts('digits'))).toEqual(['units']);
  });
});

/** Which activations a loss is meant for, written down once more. */
const good: readonly (readonly [loss: LossName, units: number, activations: readonly string[]])[] = [
  ['sparseCategoricalCrossentropy', 3, ['softmax', 'exponential']],
  ['categoricalCrossentropy', 3, ['softmax', 'exponential']],
  ['kullbackLeiblerDivergence', 3, ['softmax', 'sigmoid', 'hardSigmoid']],
  ['binaryCrossentropy', 3, ['softmax', 'sigmoid', 'hardSigmoid']],
  ['binaryCrossentropy', 1, ['sigmoid', 'hardSigmoid']],
  ['hinge', 1, ['linear', 'tanh', 'elu', 'gelu', 'softsign']],
  ['squaredHinge', 3, ['linear', 'tanh', 'elu', 'gelu', 'softsign']],
  ['poisson', 1, ['relu', 'relu6', 'softplus', 'exponential', 'sigmoid', 'hardSigmoid']],
];
const tried = [
  'linear',
  'relu',
  'relu6',
  'sigmoid',
  'hardSigmoid',
  'softmax',
  'tanh',
  'elu',
  'gelu',
  'softsign',
  'softplus',
  'exponential',
];

describe.each(Object.keys(forms))('heads as %s', (form) => {
  const grid = good.flatMap(([loss, units, activations]) =>
    tried.map((activation) => [loss, units, activation, activations.includes(activation)] as const),
  );

  test.each(grid)('%s over %i units of %s', (loss, units, activation, fits) => {
    const facts = units === 1 ? classes(2) : classes(units);
    const document = tower([input, ...forms[form]!(units, activation)], { loss });
    const one = activation === 'softmax' && units === 1;
    expect(codes(document, facts)).toEqual(one ? ['softmaxOfOne'] : fits ? [] : ['activationOfLoss']);
    // Without the data the same is said.
    expect(codes(document, null)).toEqual(codes(document, facts));
    const ways = mistakes(document, facts).flatMap(({ fixes }) => fixes);
    expect(ways.length === 0).toBe(fits);
    const after = ways.length === 0 ? document : mended(document, facts);
    expect(compile(after, library).issues).toEqual([]);
  });
});

describe('units', () => {
  test.each([
    [10, 4],
    [3, 4],
    [1, 3],
    [200, 2],
  ])('%i for %i classes', (units, count) => {
    const document = tower([input, ['dense', { units, activation: 'softmax' }], ['dropout']], {
      loss: 'sparseCategoricalCrossentropy',
    });
    expect(codes(document, classes(count))[0]).toBe('units');
    const after = mended(document, classes(count));
    expect('code' in compatibilityOf(compile(after, library), after.training, classes(count))).toBe(false);
  });

  test.each(['pooled', 'inside', 'convolved'])('%s: as many as classes, wherever the number stands', (form) => {
    const convolved: readonly Brick[] = [
      ['repeatVector', { n: 3 }],
      ['conv1d', { filters: 10, kernelSize: 2, activation: 'softmax' }],
      ['globalAveragePooling1d'],
    ];
    const head = form === 'convolved' ? convolved : forms[form]!(10, 'softmax');
    const document = tower([input, ...head], { loss: 'sparseCategoricalCrossentropy' });
    expect(codes(document, classes(4))[0]).toBe('units');
    const after = mended(document, classes(4));
    expect('code' in compatibilityOf(compile(after, library), after.training, classes(4))).toBe(false);
  });

  test.each(['relu', 'elu', 'leakyReLU'])('a brick that is %s and nothing else is replaced', (type) => {
    const document = tower([input, ['dense', { units: 1 }], [type]], { loss: 'binaryCrossentropy' });
    const after = mended(document, classes(2));
    expect(compile(after, library).steps.map((step) => step.type)).toEqual(['inputVector', 'dense', 'activation']);
  });

  test('one for two classes is right, and for one number', () => {
    expect(codes(tower([input, ['dense', { units: 1, activation: 'sigmoid' }]]), classes(2))).toEqual([]);
    expect(codes(tower([input, ['dense', { units: 1 }]]), numbers(1))).toEqual([]);
    expect(codes(tower([input, ['dense', { units: 3 }]]), numbers(1))).toEqual(['units']);
  });
});

describe('sizes', () => {
  const number: Brick = ['dense', { units: 1 }];

  test.each([
    ['small values', numbers(1), [number], []],
    ['large features', numbers(1, 5000), [number], ['unscaledInputs']],
    ['large features behind a dropout', numbers(1, 5000), [['dropout'], number], ['unscaledInputs']],
    ['large features, normalised', numbers(1, 5000), [['batchNormalization'], number], []],
    ['large features, normalised by the data', numbers(1, 5000), [['normalization'], number], []],
    ['large features, rescaled', numbers(1, 5000), [['rescaling', { scale: 0.001 }], number], []],
    ['large targets', numbers(250_000), [number], ['unscaledTargets']],
    ['large targets, enlarged', numbers(250_000), [number, ['rescaling', { scale: 1e5 }]], []],
    ['large targets, normalised at the end', numbers(250_000), [number, ['batchNormalization']], ['unscaledTargets']],
    ['both', numbers(250_000, 5000), [number], ['unscaledTargets', 'unscaledInputs']],
    ['a sigmoid below them', numbers(9), [['dense', { units: 1, activation: 'sigmoid' }]], ['boundedOutput']],
    ['a sigmoid for shares', numbers(1), [['dense', { units: 1, activation: 'sigmoid' }]], []],
  ] as const)('%s', (_, facts, bricks, expected) => {
    for (const name of ['adam', 'sgd'] as const) {
      const optimizer = { name, settings: { learningRate: 0.01 } };
      const document = tower([input, ...(bricks as readonly Brick[])], { optimizer, loss: 'meanSquaredError' });
      expect(codes(document, facts)).toEqual(expected);
      mended(document, facts);
    }
  });

  test('large features get a layer that learns mean and variance of the data before training', () => {
    const fixes = mistakes(tower([input, number], { loss: 'meanSquaredError' }), numbers(1, 5000)).flatMap(
      (one) => one.fixes,
    );
    expect(fixes.map((fix) => (fix.kind === 'insert' ? fix.brick : fix.kind))).toEqual(['normalization']);
  });

  test('numbers that an Embedding takes as words have no size', () => {
    const words: readonly Brick[] = [['embedding', { inputDim: 6000, outputDim: 2 }], ['flatten']];
    // They are not the data for words either.
    expect(codes(tower([input, ...words, number]), numbers(1, 5000))).toEqual(['misfit']);
  });

  test.each(['meanAbsolutePercentageError', 'meanSquaredLogarithmicError'] as const)('%s takes any', (loss) => {
    expect(codes(tower([input, number], { loss }), numbers(250_000))).toEqual([]);
  });

  const photos: DatasetFacts = { ...classes(2), kind: 'images', shape: [8, 8, 3] };
  const picture: Brick = ['inputImage', { shape: [8, 8, 3] }];
  const head: readonly Brick[] = [['flatten'], ['dense', { units: 2, activation: 'softmax' }]];
  test.each([
    ['none', [], ['unscaledPictures']],
    ['none', [['rescaling', { scale: 1 / 255 }]], []],
    ['auto', [], []],
    ['caffe', [], []],
  ] as const)('pictures prepared by %s behind %j', (preprocessing, bricks, expected) => {
    const document = tower([picture, ...(bricks as readonly Brick[]), ...head], { preprocessing });
    expect(codes(document, photos)).toEqual(expected);
    mended(document, photos);
  });
});

test('each of several outputs is judged by its own loss, and keeps its place in the total when it is mended', () => {
  const base = tower([input, ['dense', { units: 3, activation: 'softmax' }]]);
  const other = tower([input, ['dense', { units: 3 }]]).nodes['dense_1']!;
  const document: Document = {
    ...base,
    nodes: { ...base.nodes, second: { ...other, at: [300, 0] } },
    edges: [...base.edges, { from: 'inputVector_0', to: 'second', port: 0 }],
    training: { ...base.training, outputs: { second: { loss: 'categoricalCrossentropy', weight: 0.5 } } },
  };
  expect(mistakes(document, classes(3))).toMatchObject([{ code: 'activationOfLoss', where: 'second' }]);
  const after = mended(document, classes(3));
  expect(resolvedLosses(compile(after, library), after.training)).toMatchObject([
    { weight: 1 },
    { loss: 'categoricalCrossentropy', weight: 0.5 },
  ]);
});

test('whatever stands on top of whatever is judged without a throw, and every fix leaves a document that compiles', () => {
  const types = Object.values(library.bricks).filter(({ inputs }) => inputs === 1);
  const brick = fc.constantFrom(...types).map(({ type }): Brick => [type]);
  const facts = fc.constantFrom(null, classes(2), classes(7), numbers(1e6, 1e4), builtInFacts('reviews'));
  const property = fc.property(
    fc.array(brick, { maxLength: 4 }),
    fc.constantFrom(...losses, 'auto' as const),
    facts,
    (bricks, loss, known) => {
      const document = tower([input, ['dense', { units: 4 }], ...bricks], { loss });
      for (const { fixes } of mistakes(document, known)) {
        for (const fix of fixes) {
          const after = applyFix(fix, library, towersOf(document, library))(document);
          expect(after).not.toBe(document);
          expect(compile(after, library).issues.filter(({ severity }) => severity === 'error')).toEqual([]);
        }
      }
    },
  );
  fc.assert(property, { numRuns: 300 });
});

test.each([
  'categoricalCrossentropy',
  'sparseCategoricalCrossentropy',
  'categoricalHinge',
  'kullbackLeiblerDivergence',
] as const)('one output and %s, which compares several: the loss of one is offered', (loss) => {
  const document = tower([input, ['dense', { units: 1, activation: 'sigmoid' }]], { loss });
  const said = mistakes(document, null).find(({ code }) => code === 'lossOfOne');
  expect(said).toMatchObject({ where: 'dense_1', data: { loss } });
  const [fix] = said!.fixes;
  const after = applyFix(fix!, library, towersOf(document, library))(document);
  expect(resolvedLosses(compile(after, library), after.training)).toMatchObject([{ loss: 'binaryCrossentropy' }]);
});
