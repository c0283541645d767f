import { expect, test } from 'vitest';
import { library } from '../../templates/index';
import { importModel, modelsInFile } from './importModel';
import { answered, questionIn, sizesIn, valueIn } from './question';

const fileOf = (code: string) => ({
  name: 'script.py',
  blob: new Blob([`import keras, os, shutil\nfrom keras import layers\n${code}`]),
});

test.each([
  ['model = keras.Sequential([layers.Dense(4), layers.Dense(2)])', '10', '7', 42],
  ['model = keras.Sequential([layers.LSTM(4), layers.Dense(2)])', '100x1', '20x3', 138],
  ['model = keras.Sequential([keras.Sequential([layers.Conv2D(2, 3)]), layers.Flatten()])', '224x224x3', '8x8x1', 20],
  [
    'x = keras.Input((None, None, 3))\nmodel = keras.Model(x, layers.Dense(2)(layers.Flatten()(x)))',
    '224x224x3',
    '4x4x3',
    98,
  ],
])('a size that the code leaves open is asked for: %s', async (code, suggestion, answer, parameters) => {
  const read = await importModel(fileOf(code), library);
  const question = read.ok ? null : questionIn(read.error);
  expect(question).toMatchObject({ kind: 'size', suggestion });
  const help = answered(question!, answer, {})!;
  const listed = await modelsInFile(fileOf(code), library, help);
  expect(listed.ok && listed.value.models.at(-1)!.parameters).toBe(parameters);
});

test('parameters of a model for pictures of any size are known without an answer', async () => {
  const code = 'base = keras.applications.VGG16(include_top=False, weights=None)';
  const listed = await modelsInFile(fileOf(code), library);
  expect(listed.ok && listed.value.models).toEqual([{ name: 'base', parameters: 14_714_688 }]);
});

test('loops that copy files take no steps from the model behind them', async () => {
  const copies = Array.from(
    { length: 6 },
    () =>
      "for name in ['cat.{}.jpg'.format(i) for i in range(1500)]:\n    source = os.path.join('a', name)\n    shutil.copyfile(source, os.path.join('b', name))",
  );
  const code = `${copies.join('\n')}\nmodel = keras.Sequential([keras.Input((3,)), layers.Dense(2)])`;
  const listed = await modelsInFile(fileOf(code), library);
  expect(listed.ok && listed.value).toMatchObject({ models: [{ parameters: 8 }] });
});

test.each([
  ['224x224x3', [224, 224, 3]],
  ['(28, 28, 1)', [28, 28, 1]],
  ['(10,)', [10]],
  ['10', [10]],
  ['10x', null],
  ['a lot', null],
  ['0x2', null],
])('%s as sizes', (text, sizes) => expect(sizesIn(text)).toEqual(sizes));

test.each([
  ['3', 3],
  ['True', true],
  ['(1, 2)', [1, 2]],
  ['"relu"', 'relu'],
  ['relu', 'relu'],
  ['1, 2', [1, 2]],
  ['[32, [64, "same"], None]', [32, [64, 'same'], null]],
  ["{'filters': [32, 64], 'rate': .5, 'top': True}", { filters: [32, 64], rate: 0.5, top: true }],
  ['{0: "cat", 1: "dog",}', { '0': 'cat', '1': 'dog' }],
  ['1_000', 1000],
  ['("a")', 'a'],
  ["'it\\'s'", "it's"],
  ['[1, 2', undefined],
  ['{"a" 1}', undefined],
  ['[1 2]', undefined],
  ['os.system("x")', undefined],
])('%s as a value', (text, value) => expect(valueIn(text)).toEqual(value));

test('a dictionary that code reads from a file is asked for, and its values are used', async () => {
  const file = fileOf(
    "import json\nconfig = json.load(open('config.json'))\nmodel = keras.Sequential([keras.Input((4,)), *[layers.Dense(n, activation=config['act']) for n in config['units']]])",
  );
  const read = await importModel(file, library);
  const question = read.ok ? null : questionIn(read.error);
  expect(question).toMatchObject({ kind: 'value', name: 'config' });
  const help = answered(question!, '{"units": [8, 3], "act": "tanh"}', {});
  const listed = await modelsInFile(file, library, help!);
  expect(listed.ok && listed.value.models.at(-1)!.parameters).toBe(40 + 27);
  expect(answered(question!, '{"units": [8, 3]', {})).toBeNull();
});
