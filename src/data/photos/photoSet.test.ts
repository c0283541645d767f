import { describe, expect, test } from 'vitest';
import {
  addClass,
  countsOf,
  heldBack,
  movePhotos,
  photoFacts,
  photoSetTrouble,
  removeClass,
  removePhotos,
  renameClass,
  sampleOrder,
  setPart,
  splitAnew,
  usable,
} from './photoSet';
import { splitOf } from '../batches';
import { trainingCount } from '../dataset';
import type { Photo, PhotoSet } from './photos';

const photo = (name: string, label: number, part: Photo['part'] = 'training'): Photo => ({
  path: `${label}/${name}`,
  hash: `${label}${name}`,
  width: 10,
  height: 10,
  label,
  part,
});
const some = (label: number, count: number) => Array.from({ length: count }, (_, at) => photo(String(at), label));
const set: PhotoSet = {
  id: 'photos:x',
  classes: ['a', 'b', 'c'],
  photos: [0, 1, 2].flatMap((l) => some(l, 20)),
  leftOut: [],
};

describe('held back', () => {
  test('a share of every class, the same for the same seed, never all of a class', () => {
    const split = splitAnew({ share: 0.25, seed: 3 })(set);
    expect(countsOf(split).map(({ validation }) => validation)).toEqual([5, 5, 5]);
    expect(splitAnew({ share: 0.25, seed: 3 })(split)).toEqual(split);
    expect(splitAnew({ share: 0.25, seed: 4 })(set)).not.toEqual(split);
    expect(countsOf(splitAnew({ share: 0, seed: 1 })(split)).map(({ validation }) => validation)).toEqual([0, 0, 0]);
    const one = heldBack([photo('0', 0), photo('0', 1), photo('1', 1)], ['a', 'b'], { share: 0.25, seed: 1 });
    expect(one.map(({ part }) => part).sort()).toEqual(['training', 'training', 'validation']);
    expect(one[0]!.part).toBe('training');
  });
});

test('the test stays as it is when the rest is split anew, is no share of it, and comes last', () => {
  const tested = setPart(new Set(some(1, 8).map(({ hash }) => hash)), 'test')(set);
  const split = splitAnew({ share: 0.25, seed: 3 })(tested);
  expect(countsOf(split)).toEqual([
    { all: 20, training: 15, validation: 5, test: 0 },
    { all: 20, training: 9, validation: 3, test: 8 },
    { all: 20, training: 15, validation: 5, test: 0 },
  ]);
  expect(sampleOrder(split).map(({ part }) => part)).toEqual([
    ...Array(39).fill('training'),
    ...Array(13).fill('validation'),
    ...Array(8).fill('test'),
  ]);
  expect(photoFacts(split)).toMatchObject({ count: 60, validation: 13, test: 8 });
  expect(trainingCount(photoFacts(split))).toBe(39);
  for (const share of [null, 0, 0.25]) {
    const { training, validation, test } = splitOf(photoFacts(split), share);
    expect([...training, ...validation, ...test]).toEqual(Array.from({ length: 60 }, (_, at) => at));
    expect([test.length, validation.length]).toEqual([8, share === null ? 13 : 52 * share]);
  }
});

describe('changes', () => {
  test('a class renamed like another joins it; one taken out takes its photos along', () => {
    expect(renameClass(1, 'z')(set).classes).toEqual(['a', 'z', 'c']);
    const joined = renameClass(0, 'c')(set);
    expect(joined.classes).toEqual(['b', 'c']);
    expect(countsOf(joined).map(({ all }) => all)).toEqual([20, 40]);
    const less = removeClass(1)(set);
    expect(less.classes).toEqual(['a', 'c']);
    expect(less.photos.filter(({ label }) => label === 1).every(({ path }) => path.startsWith('2/'))).toBe(true);
    expect(addClass('a')(set)).toBe(set);
  });

  test('photos move, change their part, and go', () => {
    const two = new Set(['00', '01']);
    expect(countsOf(movePhotos(two, 2)(set)).map(({ all }) => all)).toEqual([18, 20, 22]);
    expect(countsOf(setPart(two, 'validation')(set))[0]).toEqual({ all: 20, training: 18, validation: 2, test: 0 });
    expect(removePhotos(two)(set).photos).toHaveLength(58);
  });
});

test('trouble: the gravest first, few photos are no obstacle', () => {
  const none = { ...set, photos: [] };
  const code = (each: PhotoSet) => [photoSetTrouble(each)?.code ?? null, usable(each)];
  expect(code(set)).toEqual([null, true]);
  expect(code(none)).toEqual(['noPhotos', false]);
  expect(code({ ...set, classes: ['a'], photos: some(0, 3) })).toEqual(['oneClass', false]);
  expect(code(addClass('d')(set))).toEqual(['emptyClasses', false]);
  expect(code({ ...set, photos: set.photos.map((each) => ({ ...each, part: 'validation' })) })).toEqual([
    'untrainedClasses',
    false,
  ]);
  expect(code({ ...set, classes: ['a', 'b'], photos: [...some(0, 20), ...some(1, 2)] })).toEqual(['fewPhotos', true]);
});

test('as samples: those to train on first, mixed, so that any tail of them is a fair sample', () => {
  const split = splitAnew({ share: 0.25, seed: 1 })(set);
  const order = sampleOrder(split);
  expect(order.map(({ part }) => part)).toEqual([...Array(45).fill('training'), ...Array(15).fill('validation')]);
  expect(new Set(order.slice(30, 45).map(({ label }) => label)).size).toBe(3);
  expect(photoFacts(split)).toEqual({
    id: 'photos:x',
    kind: 'images',
    shape: [224, 224, 3],
    target: { kind: 'classes', classes: 3 },
    count: 60,
    validation: 15,
    test: 0,
    vocabulary: null,
  });
});
