import { describe, expect, test } from 'vitest';
import { library } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { importModel, modelsInFile } from '../importModel';
import { defaultName } from './keras/session';

const fileOf = (code: string) => ({ name: 'model.py', blob: new Blob([`import keras\n${code}`]) });

/** Layers in order, each as its class, name and shape. */
async function told(code: string): Promise<string[]> {
  const read = await importModel(fileOf(code), library);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return compile(read.value.document, library).steps.map(
    ({ name, call, shape }) => `${call.keras} ${name} ${shape.join('×')}`,
  );
}

test.each([
  ['Dense', 'dense'],
  ['MaxPooling2D', 'max_pooling2d'],
  ['Conv2DTranspose', 'conv2d_transpose'],
  ['LSTM', 'lstm'],
  ['my>OwnLayer', 'my_own_layer'],
  ['own package >> Layer', 'ownpackage_layer'],
])('%s is called %s by itself', (className, name) => {
  expect(defaultName(className)).toBe(name);
});

describe('operations on tensors', () => {
  test.each([
    ['maximum', 'Maximum'],
    ['minimum', 'Minimum'],
    ['average', 'Average'],
  ])('keras.ops.%s is %s', async (operation, layer) => {
    const call = `keras.ops.${operation}`;
    const pair = operation === 'average' ? '[a, b]' : 'a, b';
    const code = `x = keras.Input((4,))\na = keras.layers.Dense(3)(x)\nb = keras.layers.Dense(3)(x)\nm = keras.Model(x, ${call}(${pair}))`;
    expect((await told(code)).at(-1)).toBe(`${layer} ${layer.toLowerCase()} 3`);
  });
});

describe('data of scikit-learn say how many numbers go in', () => {
  test.each([
    ['X, y = load_iris(return_X_y=True)', 4],
    ['data = load_wine()\nX, y = data.data, data.target', 13],
    ['data = load_wine(return_X_y=False)\nX = data["data"]', 13],
  ])('%s', async (line, columns) => {
    const code = `from sklearn.datasets import load_iris, load_wine\n${line}\nm = keras.Sequential([keras.Input((X.shape[1],)), keras.layers.Dense(2)])`;
    expect(await told(code)).toEqual([`Input input_layer ${columns}`, 'Dense dense 2']);
  });
});

test('repr of a value is as Python writes it', async () => {
  const code =
    'class Net:\n    pass\nm = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2, name="n" + str(len(repr("ab")))), keras.layers.Dense(3, name="e" + str(len(repr([1, 2]))))])';
  expect(await told(code)).toEqual(['Input input_layer 4', 'Dense n4 2', 'Dense e6 3']);
});

test('all models of a text are listed with their parameters; a text that is too long is refused', async () => {
  const two =
    'a = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])\nb = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])';
  const listed = await modelsInFile(fileOf(two), library);
  expect(listed).toMatchObject({ ok: true, value: { models: [{ parameters: 10 }, { parameters: 4 }] } });
  const long = { name: 'model.py', blob: new Blob(['# '.padEnd(2_000_000, 'x')]) };
  expect(await modelsInFile(long, library)).toMatchObject({ ok: false, error: { code: 'tooLarge' } });
});
