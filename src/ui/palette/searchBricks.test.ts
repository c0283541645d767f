import { describe, expect, test } from 'vitest';
import { brickList, bricks } from '../../../bricks/index';
import { paletteWords } from '../../i18n/palette';
import { entriesOf, entryById, isEveryday } from './entries';
import { byCategory, searchBricks } from './searchBricks';

const all = brickList.flatMap(entriesOf);
const names = (category: keyof typeof paletteWords.en & string) => [
  String(paletteWords.en[category]),
  String(paletteWords.ko[category]),
];
const found = (text: string) => searchBricks(all, text, names).map(({ id }) => id);

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
    ['sigm', 'activation/sigmoid'],
  ])('%s finds %s', (text, type) => expect(found(text)).toContain(type));

  test('a name’s beginning comes before its inside', () => {
    const types = found('dense');
    expect(types[0]).toBe('dense');
    expect(found('pool').length).toBeGreaterThan(3);
  });

  test('everything for nothing, nothing for nonsense', () => {
    expect(found('  ')).toHaveLength(all.length);
    expect(found('xyzzy')).toEqual([]);
  });
});

test('every brick and preset lies in exactly one category, and is found by its id', () => {
  const lying = byCategory(all).flatMap(({ entries }) => entries);
  expect(new Set(lying.map(({ id }) => id)).size).toBe(all.length);
  expect(lying).toHaveLength(all.length);
  for (const entry of all) expect(entryById(bricks, entry.id)).toEqual(entry);
  expect(entryById(bricks, 'activation/unheardOf')).toBeUndefined();
  expect(entryById(bricks, 'constructor')).toBeUndefined();
});

test('every category shows something before “more” is asked for', () => {
  for (const { entries } of byCategory(all)) expect(entries.some(isEveryday)).toBe(true);
});

test('every preset is valid for its brick', () => {
  const refused = all.flatMap(({ id, brick, preset }) =>
    Object.entries(preset?.params ?? {})
      .filter(([param, value]) => !brick.params[param]?.schema.safeParse(value).success)
      .map(([param]) => `${id} ${param}`),
  );
  expect(refused).toEqual([]);
});
