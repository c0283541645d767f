import { expect, test } from 'vitest';
import { documentOf } from '../../../e2e/documents/documentOf';
import { sharedModels } from '../../../e2e/keras/grid/shared';
import { library } from '../../../templates/index';
import { wantedTensors } from '../../formats/weights/weightTensors';
import { compile } from '../compile';
import { summaryRows } from '../numbers/summary';
import { kerasOrder } from '../kerasOrder';

const twins = (width: number, masked: boolean) =>
  documentOf(
    {
      left: ['inputText', { shape: [5] }],
      right: ['inputSequence', { shape: [5, width] }],
      words: ['embedding', { inputDim: 9, outputDim: 3, maskZero: masked }],
      encoder: ['lstm', { units: 2 }],
      again: ['lstm', { units: 2 }, { sharesWith: 'encoder' }],
      sum: ['add'],
    },
    ['left>words', 'words>encoder', 'right>again', 'encoder>sum', 'again>sum@1'],
  );
const codes = (document: ReturnType<typeof twins>) =>
  compile(document, library).issues.map(({ code, where, fixes }) => [code, where, fixes.map(({ kind }) => kind)]);

test('a layer that is called twice is counted once, and its second call says whose it is', () => {
  const plan = compile(twins(3, false), library);
  expect(plan.issues).toEqual([]);
  const by = new Map(plan.steps.map((step) => [step.name, step]));
  expect([by.get('encoder')!.parameters, by.get('again')!.parameters]).toEqual([48, 0]);
  expect(by.get('again')!.sharesWith).toBe('encoder');
  expect(plan.totals.parameters).toBe(27 + 48);
  expect(wantedTensors(plan).filter(({ layer }) => layer[0] === 'again')).toEqual([]);
  expect(kerasOrder(plan).map(({ name }) => name)).not.toContain('again');
});

test('another shape, and a mask at one call alone, are told with a way out', () => {
  expect(codes(twins(4, false))).toEqual([['sharedShape', 'again', ['ownWeights']]]);
  expect(codes(twins(3, true))).toEqual([['sharedMask', 'again', ['ownWeights']]]);
});

test.each(sharedModels)('$title can be built', ({ document }) => {
  const plan = compile(document, library);
  expect(plan.issues).toEqual([]);
  expect(plan.steps.some(({ sharesWith }) => sharesWith !== undefined)).toBe(true);
  const firsts = plan.steps.flatMap(({ sharesWith }, at) => (sharesWith ? [[sharesWith, at] as const] : []));
  for (const [first, at] of firsts) expect(plan.steps.findIndex(({ name }) => name === first)).toBeLessThan(at);
});

test('the summary has the layer once, with all that comes in', () => {
  const rows = summaryRows(compile(twins(3, false), library));
  expect(rows.map(({ name, inputs }) => [name, ...inputs])).toEqual([
    ['left'],
    ['right'],
    ['words', 'left'],
    ['encoder', 'words', 'right'],
    ['sum', 'encoder', 'encoder'],
  ]);
});
