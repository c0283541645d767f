import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { safetensors } from '../../../exporters/pytorch/safetensors';
import { weightFileText } from '../../../i18n/troubles/weightFiles';
import { isWeightFileError } from '../weightFile';
import { readStateDict } from './readStateDict';
import { numberTypes } from './torchTensor';

const fileOf = (bytes: Uint8Array<ArrayBuffer>, name = 'model.pt') => ({ name, blob: new Blob([bytes]) });

/** What becomes of a file: its tensors, or why it is not read. */
async function outcome(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  try {
    const tensors = [];
    for (const [name, record] of await readStateDict(fileOf(bytes))) {
      tensors.push([name, record.shape, [...(await record.read())]]);
    }
    return tensors;
  } catch (error) {
    if (!isWeightFileError(error)) throw error;
    const { trouble } = error;
    const said = weightFileText(trouble, 'en') + weightFileText(trouble, 'ko');
    if (said.includes('undefined')) return said;
    return 'called' in trouble ? trouble.called : trouble.code;
  }
}

const letters = (text: string) => [...new TextEncoder().encode(text)];
const word = (text: string) => [0x58, text.length, 0, 0, 0, ...letters(text)];
const named = (module: string, name: string) => [0x63, ...letters(`${module}\n${name}\n`)];
const ints = (...values: readonly number[]) => [0x28, ...values.flatMap((value) => [0x4b, value]), 0x74];

/** A pickle of one tensor `w` in the storage `0`. */
function tensorPickle(type: string, offset: number, shape: readonly number[], strides: readonly number[]): number[] {
  const storage = [
    0x28,
    ...word('storage'),
    ...named('torch', type),
    ...word('0'),
    ...word('cpu'),
    0x4b,
    9,
    0x74,
    0x51,
  ];
  const requires = [0x89, ...named('collections', 'OrderedDict'), 0x29, 0x52];
  const tensor = [
    ...named('torch._utils', '_rebuild_tensor_v2'),
    0x28,
    ...storage,
    0x4b,
    offset,
    ...ints(...shape),
    ...ints(...strides),
    ...requires,
    0x74,
    0x52,
  ];
  return [0x80, 2, ...named('collections', 'OrderedDict'), 0x29, 0x52, 0x28, ...word('w'), ...tensor, 0x75, 0x2e];
}

const zipped = (pickle: readonly number[], data: Uint8Array) =>
  zipSync({ 'model/data.pkl': Uint8Array.from(pickle), 'model/data/0': data }, { level: 0 }) as Uint8Array<ArrayBuffer>;

const bytesOf = (values: Float32Array | BigInt64Array | Uint16Array | Float64Array) => new Uint8Array(values.buffer);

test.each([
  ['FloatStorage', bytesOf(Float32Array.of(1, 2, 3, 4, 5, 6))],
  ['DoubleStorage', bytesOf(Float64Array.of(1, 2, 3, 4, 5, 6))],
  ['LongStorage', bytesOf(BigInt64Array.of(1n, 2n, 3n, 4n, 5n, 6n))],
  ['HalfStorage', bytesOf(Uint16Array.of(0x3c00, 0x4000, 0x4200, 0x4400, 0x4500, 0x4600))],
  ['BFloat16Storage', bytesOf(Uint16Array.of(0x3f80, 0x4000, 0x4040, 0x4080, 0x40a0, 0x40c0))],
])('%s: tensors of torch.save, with any strides and offset', async (type, data) => {
  expect(await outcome(zipped(tensorPickle(type, 0, [2, 3], [3, 1]), data))).toEqual([
    ['w', [2, 3], [1, 2, 3, 4, 5, 6]],
  ]);
  expect(await outcome(zipped(tensorPickle(type, 0, [3, 2], [1, 3]), data))).toEqual([
    ['w', [3, 2], [1, 4, 2, 5, 3, 6]],
  ]);
  expect(await outcome(zipped(tensorPickle(type, 4, [2], [1]), data))).toEqual([['w', [2], [5, 6]]]);
  expect(await outcome(zipped(tensorPickle(type, 5, [2], [1]), data))).toBe('truncated');
});

test.each([
  ['os.system', [0x80, 2, ...named('os', 'system'), ...word('ls'), 0x85, 0x52, 0x2e], 'os.system'],
  ['a whole model', [0x80, 2, ...named('__main__', 'Net'), 0x29, 0x81, 0x2e], '__main__.Net'],
  ['an operation that makes objects', [0x80, 2, 0x69], 'opcode 0x69'],
  ['an end too early', [0x80, 2, 0x58, 200, 0, 0, 0], 'truncated'],
  ['no tensors', [0x80, 2, 0x7d, 0x2e], 'notWeights'],
] as const)('%s: nothing is run, and it is said', async (_, pickle, said) => {
  expect(await outcome(zipped(pickle, new Uint8Array(4)))).toBe(said);
});

test('a file from before the zip, and anything else', async () => {
  expect(await outcome(Uint8Array.of(0x80, 2, 0x8a, 10, 0, 0, 0, 0, 0, 0))).toBe('oldPickle');
  expect(await outcome(Uint8Array.from(letters('hello world, again')))).toBe('notWeights');
});

const sample = safetensors([
  { name: 'a.weight', shape: [2, 2], values: Float32Array.of(1, 2, 3, 4) },
  { name: 'a.bias', shape: [2], values: Float32Array.of(5, 6) },
]);

test('safetensors', async () => {
  expect(await outcome(sample)).toEqual([
    ['a.weight', [2, 2], [1, 2, 3, 4]],
    ['a.bias', [2], [5, 6]],
  ]);
  expect(await outcome(sample.slice(0, -1))).toBe('truncated');
  expect(await outcome(sample.slice(0, 20))).toBe('truncated');
  expect(Object.keys(numberTypes).length).toBe(10);
});

test('changed bytes: tensors or a reason, nothing else', async () => {
  for (let at = 0; at < sample.length; at += 3) {
    const changed = sample.slice();
    changed[at] = (changed[at]! + 77) % 256;
    expect(await outcome(changed)).toBeDefined();
  }
});
