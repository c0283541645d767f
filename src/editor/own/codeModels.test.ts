import { expect, test } from 'vitest';
import { library } from '../../../templates/index';
import { codeModels, faultyLine, lineRange } from './codeModels';

const two =
  'import keras\na = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3)])\nb = keras.Sequential([keras.Input((2,)), keras.layers.Dense(4)])\n';

test.each([
  [two, null, 'b', 12],
  [two, 'a', 'a', 9],
  [two, 'gone', 'b', 12],
  [two.split('b = ')[0]!, null, 'a', 9],
])('%j with %j chosen shows %s', async (code, wanted, chosen, parameters) => {
  const found = await codeModels(code, wanted, library);
  expect(found.chosen).toBe(chosen);
  expect(found.models.find(({ name }) => name === chosen)?.parameters).toBe(parameters);
  expect(found.imported.ok).toBe(true);
});

test('a line that is wrong is found in the text', async () => {
  const code = 'import keras\nm = keras.Sequential([keras.Input((2,)), keras.layers.Dense()])';
  const { imported, models } = await codeModels(code, null, library);
  expect(models).toEqual([]);
  expect(faultyLine(imported)).toBe(2);
  expect(code.slice(...lineRange(code, 2))).toMatch(/^m = .*\)$/);
  expect(code.slice(...lineRange(code, 1))).toBe('import keras');
});

test('what is no code at all has no line', async () => {
  const { imported } = await codeModels('hello', null, library);
  expect(faultyLine(imported)).toBeNull();
  expect(imported.ok).toBe(false);
});
