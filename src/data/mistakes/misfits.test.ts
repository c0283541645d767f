import { describe, expect, test } from 'vitest';
import { documentOf } from '../../../e2e/documents/documentOf';
import { library } from '../../../templates/index';
import { initialParams } from '../../brick/brick';
import { compile } from '../../compile/compile';
import { type Document, type Node, emptyDocument } from '../../document/document';
import type { Fix } from '../../document/fix';
import { applyFix } from '../../document/edits/fixes';
import { initialTraining } from '../../document/training';
import { fixText } from '../../i18n/troubles/mistakes/fixText';
import { mistakeText } from '../../i18n/troubles/mistakes/mistakes';
import { towersOf } from '../../layout/towers';
import { catalogue } from '../catalogue';
import { compatibilityOf, feedOf } from '../compatibility';
import type { DatasetFacts } from '../dataset';
import { misfitsOf } from './misfits';

const yesNo = { kind: 'classes', classes: 2 } as const;
const own = (id: string, kind: DatasetFacts['kind'], shape: readonly number[], vocabulary: number | null = null) =>
  ({ id, kind, shape, target: yesNo, count: 100, validation: 15, vocabulary }) satisfies DatasetFacts;

/** Every kind of data: those of every page, and somebody's own. */
const datasets: readonly DatasetFacts[] = [
  ...catalogue,
  own('own:table.csv', 'numbers', [4]),
  own('own:wide.csv', 'numbers', [300]),
  own('own:texts.csv', 'text', [37], 5000),
  own('photos:pets', 'images', [64, 48, 3]),
];

type Brick = readonly [type: string, params?: object];

function tower(...bricks: readonly Brick[]): Document {
  const nodes: Record<string, Node> = {};
  const names = bricks.map(([type], index) => `${type}_${index}`);
  bricks.forEach(([type, params], index) => {
    const all = { ...initialParams(library.bricks[type]!), ...params } as Node['params'];
    nodes[names[index]!] = { type, params: all, trainable: true, at: [0, 0] };
  });
  const edges = names.slice(1).map((to, index) => ({ from: names[index]!, to, port: 0 }));
  return { ...emptyDocument('t'), nodes, edges, training: initialTraining };
}

/** Inputs of every brick that is one, in several shapes, behind which any shape will do. */
const shapes: Readonly<Record<string, readonly (readonly (number | null)[])[]>> = {
  inputVector: [[1], [4], [12], [784]],
  inputSequence: [
    [40, 1],
    [null, 3],
    [28, 28],
  ],
  inputImage: [
    [28, 28, 1],
    [224, 224, 3],
    [8, 9, 2],
  ],
  inputVideo: [
    [8, 32, 32, 1],
    [null, 9, 9, 3],
  ],
  inputText: [[200], [null], [5]],
};
const head: readonly Brick[] = [['flatten'], ['dense', { units: 2, activation: 'softmax' }]];
const models: readonly (readonly [string, Document])[] = [
  ...Object.entries(shapes).flatMap(([type, all]) =>
    all.flatMap((shape): (readonly [string, Document])[] => [
      [`${type} ${shape.join('×')}`, tower([type, { shape }], ['activation'])],
      ...(shape.includes(null)
        ? []
        : ([[`${type} ${shape.join('×')} with a head`, tower([type, { shape }], ...head)]] as const)),
    ]),
  ),
  ...[20, 101, 6000].map(
    (inputDim) => [`words below ${inputDim}`, tower(['inputText'], ['embedding', { inputDim }], ...head)] as const,
  ),
];

test('every input brick is tried', () => {
  const inputs = Object.values(library.bricks).filter((brick) => brick.inputs === 0);
  expect(Object.keys(shapes).toSorted()).toEqual(inputs.map(({ type }) => type).toSorted());
});

const judged = (document: Document, facts: DatasetFacts) => ({
  plan: compile(document, library),
  training: document.training,
  facts,
  library,
});
const fed = (document: Document, facts: DatasetFacts) => {
  const { plan } = judged(document, facts);
  return plan.inputs.every((input) => !('code' in feedOf(plan, facts, input)));
};
/** Whether a fix, and the first of what is offered then, lead to data that go in, or to a model that says itself what it lacks. */
function led(document: Document, fix: Fix): boolean {
  let now = document;
  let next: Fix | undefined = fix;
  for (let turn = 0; turn < 4 && next !== undefined; turn++) {
    const after = applyFix(next, library, towersOf(now, library))(now);
    expect(after).not.toBe(now);
    now = after;
    const facts = factsOf(now.training.dataset);
    if (judged(now, facts).plan.issues.length > 0 || fed(now, facts)) return true;
    [next] = misfitsOf(judged(now, facts))[0]?.fixes ?? [];
  }
  return false;
}
const factsOf = (id: string) => datasets.find((each) => each.id === id)!;

describe.each(datasets.map((facts) => [facts.id, facts] as const))('%s', (id, facts) => {
  test.each(models)('into %s: said where it does not fit, and each way out leads to data that do', (_, first) => {
    const document = { ...first, training: { ...first.training, dataset: id } };
    const before = misfitsOf(judged(document, facts));
    expect(before.every(({ where }) => compile(document, library).inputs.includes(where))).toBe(
      !fed(document, facts) || before.length === 0,
    );
    for (const mistake of before) {
      for (const language of ['en', 'ko'] as const) {
        expect(mistakeText(mistake, language)).not.toMatch(/undefined|NaN|\[object|own:|photos:/);
        for (const fix of mistake.fixes) {
          expect(fixText(fix, language, library)).not.toMatch(/undefined|\[object|own:|photos:/);
        }
      }
      // The template for photos opens in a project of its own.
      const edits = mistake.fixes.filter(({ kind }) => kind !== 'photosTemplate');
      expect('input' in mistake.data.trouble ? edits.filter((fix) => !led(document, fix)) : []).toEqual([]);
    }
    const { plan, training } = judged(document, facts);
    expect(before.length > 0).toBe('code' in compatibilityOf(plan, training, facts));
  });
});

test('there is a way out of most, and one into the data wherever an input can have their shape', () => {
  const said = datasets.flatMap((facts) => models.flatMap(([, document]) => misfitsOf(judged(document, facts))));
  const inputs = said.filter(({ data }) => 'input' in data.trouble);
  expect(inputs.length).toBeGreaterThan(300);
  expect(inputs.filter(({ fixes }) => fixes.length === 0).length / inputs.length).toBeLessThan(0.05);
  const shapes = inputs.filter(({ data }) => data.trouble.code === 'inputMisfit');
  expect(new Set(shapes.map(({ fixes }) => fixes[0]?.kind))).toEqual(new Set(['setParam', 'exchange']));
});

test('pictures keep the size that the input has, and take the channels of the data', () => {
  const [mistake] = misfitsOf(judged(tower(['inputImage', { shape: [96, 80, 2] }], ...head), factsOf('photos:pets')));
  expect(mistake!.fixes[0]).toEqual({ kind: 'setParam', node: 'inputImage_0', param: 'shape', value: [96, 80, 3] });
});

test('each brick that knows too few words gets as many as the data have; one that knows enough, or reads none, stays', () => {
  const embeddings = { small: 20, large: 6000, other: 300 };
  const softmax = { units: 2, activation: 'softmax' };
  const document = documentOf(
    {
      text: ['inputText', { shape: [37] }],
      numbers: ['dense', softmax],
      joined: ['concatenate'],
      answer: ['dense', softmax],
      ...Object.fromEntries(
        Object.entries(embeddings).flatMap(([name, inputDim]) => [
          [name, ['embedding', { inputDim }]] as const,
          [`${name}_flat`, ['flatten']] as const,
        ]),
      ),
    },
    [
      'text>numbers',
      'joined>answer',
      ...Object.keys(embeddings).flatMap((name, port) => [
        `text>${name}`,
        `${name}>${name}_flat`,
        `${name}_flat>joined@${port}`,
      ]),
    ],
  );
  const [mistake] = misfitsOf(judged(document, factsOf('own:texts.csv')));
  expect(mistake).toMatchObject({ where: 'text', data: { trouble: { code: 'vocabularyMisfit' } } });
  expect(mistake!.fixes.filter(({ kind }) => kind === 'setParam')).toEqual(
    ['small', 'other'].map((node) => ({ kind: 'setParam', node, param: 'inputDim', value: 5000 })),
  );
});

test('data that no input takes leave only other data', () => {
  // Of an input's sides none may be empty.
  const empty = own('own:empty', 'numbers', [0]);
  const document = tower(['inputVector'], ...head);
  const [mistake] = misfitsOf(judged(document, empty));
  expect(mistake!.fixes.map(({ kind }) => kind)).toEqual(['setDataset']);
});
