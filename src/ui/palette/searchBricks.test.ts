import { describe, expect, test } from 'vitest';
import { brickList } from '../../../bricks/index';
import { paletteWords } from '../../i18n/palette';
import { byCategory, searchBricks } from './searchBricks';

const names = (category: keyof typeof paletteWords.en & string) => [
  String(paletteWords.en[category]),
  String(paletteWords.ko[category]),
];
const found = (text: string) => searchBricks(brickList, text, names).map(({ type }) => type);

describe('search', () => {
  test.each([
    ['conv', 'conv2d'],
    ['CONV 2d', 'conv2d'],
    ['max_pool', 'maxPooling2d'],
    ['MaxPooling2D', 'maxPooling2d'],
    ['이미지', 'inputImage'],
    ['풀링', 'maxPooling2d'],
    ['BatchNormalization', 'batchNormalization'],
    ['flat', 'flatten'],
  ])('%s finds %s', (text, type) => expect(found(text)).toContain(type));

  test('a name’s beginning comes before its inside', () => {
    const types = found('dense');
    expect(types[0]).toBe('dense');
    expect(found('pool').length).toBeGreaterThan(3);
  });

  test('everything for nothing, nothing for nonsense', () => {
    expect(found('  ')).toHaveLength(brickList.length);
    expect(found('xyzzy')).toEqual([]);
  });
});

test('every brick lies in exactly one category', () => {
  const all = byCategory(brickList).flatMap(({ bricks }) => bricks);
  expect(new Set(all).size).toBe(brickList.length);
  expect(all).toHaveLength(brickList.length);
});
