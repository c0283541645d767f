import { beforeAll, describe, expect, test } from 'vitest';
import { type Link, chain } from '../../../e2e/documents/chain';
import { library } from '../../../templates/index';
import { compile } from '../../compile/compile';
import type { FileLayer, FileTensor } from '../../formats/weights/weightFile';
import { EngineError } from '../protocol/engineError';
import { selectBackend } from '../backend/backend';
import { buildModel, disposeModel } from './model';
import { putWeights } from './weightFiles';

beforeAll(async () => void (await selectBackend('cpu', null)));

const links: readonly Link[] = [
  ['inputVector', 'row', { shape: [3] }],
  ['dense', 'one', { units: 4, useBias: false }],
  ['dense', 'two', { units: 5, useBias: false }],
  ['dense', 'head', { units: 2, useBias: false }],
];
const plan = compile(chain('Three', links), library);

const tensor = (name: string, shape: readonly number[]): FileTensor => ({
  name,
  shape,
  async *pieces() {
    yield new Float32Array(shape.reduce((product, size) => product * size, 1)).fill(7);
  },
});
const layer = (name: string, ...shapes: readonly (readonly number[])[]): FileLayer => ({
  name,
  tensors: shapes.map((shape, index) => tensor(`${name}/${index === 0 ? 'kernel' : `more_${index}`}:0`, shape)),
  layers: [],
});
const [one, two, head] = [layer('one', [3, 4]), layer('two', [4, 5]), layer('head', [5, 2])];

/** The weights of the model that a file of these layers fills, or the code of why it does not. */
async function put(layers: readonly FileLayer[], whole: boolean): Promise<readonly string[] | string> {
  const built = buildModel(plan);
  let closed = 0;
  const weights = { format: 'kerasH5', layers, config: null, close: () => void closed++ } as const;
  const source = { prefix: '', plan, files: [], whole, unasked: false };
  try {
    const [result] = await putWeights(built, [source], {
      progress: () => undefined,
      stopped: new AbortController().signal,
      open: async () => ({ weights, document: null }),
    });
    const filled = built.weights.filter(({ variable }) => variable.dataSync().every((value) => value === 7));
    expect(filled.map(({ key }) => key)).toEqual(result!.keys);
    return result!.keys;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return error.error.code;
  } finally {
    expect(closed).toBe(1);
    disposeModel(built);
  }
}

describe('a file', () => {
  test.each([
    [
      'of the whole model',
      [one, two, head],
      ['one/kernel', 'two/kernel', 'head/kernel'],
      ['one/kernel', 'two/kernel', 'head/kernel'],
    ],
    ['without the head', [one, two], ['one/kernel', 'two/kernel'], 'weightsMismatch'],
    [
      'with a head of its own',
      [one, two, layer('predictions', [5, 9])],
      ['one/kernel', 'two/kernel'],
      'weightsMismatch',
    ],
    ['of nothing that is here', [layer('eyes', [8, 8, 3, 3])], 'weightsMismatch', 'weightsMismatch'],
    ['of one layer in another shape', [one, layer('two', [4, 6])], 'weightsMismatch', 'weightsMismatch'],
    [
      'of another architecture, with a layer between',
      [one, layer('between', [4, 4]), two],
      'weightsMismatch',
      'weightsMismatch',
    ],
    [
      'of another architecture, with more in a layer',
      [layer('one', [3, 4], [4]), two],
      'weightsMismatch',
      'weightsMismatch',
    ],
  ] as const)('%s', async (_, layers, partly, whole) => {
    expect(await put(layers, false)).toEqual(partly);
    expect(await put(layers, true)).toEqual(whole);
  });
});
