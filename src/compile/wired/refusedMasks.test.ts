import { describe, expect, test } from 'vitest';
import { documentOf } from '../../../e2e/documents/documentOf';
import { library } from '../../../templates/index';
import { applyFix } from '../../document/edits/fixes';
import { compile } from '../compile';
import { runnable } from '../plan';

type Nodes = Parameters<typeof documentOf>[0];

const steps: Nodes = { i: ['inputSequence', { shape: [6, 3] }], m: ['masking'] };
const words: Nodes = { i: ['inputText', {}], m: ['embedding', { maskZero: true }] };
const inside = { layer: { type: 'softmax', params: {} } };

/** Keras 3.15 says of each of the refused: "The `mask` must be broadcastable to `inputs`". */
describe.each<[string, Nodes, readonly string[], boolean]>([
  ['right behind a mask', { ...steps, s: ['softmax'] }, ['i>m', 'm>s'], true],
  ['behind a layer that hands it on', { ...words, d: ['dense'], s: ['softmax'] }, ['i>m', 'm>d', 'd>s'], true],
  ['inside TimeDistributed', { ...steps, s: ['timeDistributed', inside] }, ['i>m', 'm>s'], true],
  ['behind what ends the mask', { ...steps, l: ['lstm'], s: ['softmax'] }, ['i>m', 'm>l', 'l>s'], false],
  ['as an activation', { ...steps, s: ['activation', { activation: 'softmax' }] }, ['i>m', 'm>s'], false],
])('softmax %s', (_, nodes, wires, refused) => {
  const document = documentOf(nodes, [...wires]);
  const plan = compile(document, library);

  test('is judged as Keras judges it', () => {
    expect(plan.issues).toMatchObject(refused ? [{ code: 'maskRefused', where: 's', data: { from: 'm' } }] : []);
    expect(runnable(plan)).toBe(!refused);
  });

  test('is mended by the fix', () => {
    const mended = plan.issues
      .flatMap(({ fixes }) => fixes)
      .reduce((given, fix) => applyFix(fix, library, { items: new Map() })(given), document);
    expect(compile(mended, library).issues).toEqual([]);
  });
});
