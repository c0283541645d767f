import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { plainClassName, readClassNames } from './classNames';
import { imagenetClasses } from '../../e2e/public/makeImagenetClasses';

const shipped = readClassNames(
  readFileSync(fileURLToPath(new URL('../../public/imagenetClasses.json', import.meta.url)), 'utf8'),
);
const kerasIndex = fileURLToPath(new URL('../../../shared/data/imagenet_class_index.json', import.meta.url));

describe('ImageNet classes', () => {
  test('the shipped names are what the script makes', () => {
    expect(imagenetClasses()).toEqual(shipped);
  });

  test('two names are borne by two classes each', () => {
    const twice = shipped.filter((name, index) => shipped.indexOf(name) !== index);
    expect(twice).toEqual(['crane', 'maillot']);
    expect([134, 517, 638, 639].map((index) => shipped[index])).toEqual(['crane', 'crane', 'maillot', 'maillot']);
    expect([shipped[101], shipped[386], shipped[967]]).toEqual(['tusker', 'African_elephant', 'espresso']);
  });

  test.skipIf(!existsSync(kerasIndex))("all 1000 are the names of Keras's class index (needs the shared data)", () => {
    const index = JSON.parse(readFileSync(kerasIndex, 'utf8')) as Record<string, [string, string]>;
    expect(shipped).toEqual(shipped.map((_, at) => index[at]![1]));
  });

  test('a text that is not the list is refused', () => {
    expect(() => readClassNames('["tench"]')).toThrow(/too_small|1000/);
    expect(() => readClassNames('{}')).toThrow(/array/);
    expect(plainClassName('great_white_shark')).toBe('great white shark');
  });
});
