import {
  array,
  assert,
  boolean,
  constantFrom,
  infiniteStream,
  nat,
  property,
  record,
  subarray,
  uniqueArray,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Reading, placedByFolders, readingsOf } from './folders';
import { partOfFolder } from './layout/partOfFolder';
import type { Part } from './photos';

const shorten = ({ placed }: Reading) =>
  placed.map(({ path, label, part }) => `${path.split('/').at(-1)!} ${label} ${part}`);
const short = (...paths: string[]) => shorten({ kind: 'parts', placed: placedByFolders(paths) });
const kinds = (...paths: string[]) => readingsOf(paths).map(({ kind }) => kind);

test('train, validation and test, whatever they are called and wherever they lie', () => {
  expect(
    short('pets/train/cats/a', 'pets/train/dogs/b', 'pets/Val/cats/c', 'pets/test/dogs/deep/d', 'pets/read.me'),
  ).toEqual(['a cats training', 'b dogs training', 'c cats validation', 'd dogs test', 'read.me null null']);
  expect(short('train/cats/a', 'train/dogs/b')).toEqual(['a cats training', 'b dogs training']);
});

test('plain classes are left to be split; deeper folders belong to their class', () => {
  expect(short('x/y/cats/a', 'x/y/dogs/black/b')).toEqual(['a cats null', 'b dogs null']);
  expect(short('cats/a', 'dogs/b', 'c')).toEqual(['a cats null', 'b dogs null', 'c null null']);
  expect(short('cats/persian/a', 'cats/siamese/b')).toEqual(['a persian null', 'b siamese null']);
});

test('folders with the same folders inside are asked about: what is inside may be the classes', () => {
  const folds = [
    'fold1/cats/a.png',
    'fold1/dogs/b.png',
    'fold2/cats/c.png',
    'fold2/dogs/d.png',
    'fold3/cats/e.png',
    'fold3/dogs/f.png',
  ];
  const [inner, outer, ...more] = readingsOf(folds.map((path) => `pets/${path}`));
  expect([inner!.kind, outer!.kind, more.length]).toEqual(['inner', 'classes', 0]);
  expect(shorten(inner!).slice(0, 3)).toEqual(['a.png cats null', 'b.png dogs null', 'c.png cats null']);
  expect(shorten(outer!).slice(0, 3)).toEqual(['a.png fold1 null', 'b.png fold1 null', 'c.png fold2 null']);
  // Breeds of cats are no breeds of dogs, and one folder inside tells nothing.
  expect(kinds('cats/persian/a.png', 'cats/siamese/b.png', 'dogs/collie/c.png', 'dogs/poodle/d.png')).toEqual([
    'classes',
  ]);
  expect(kinds('day1/raw/a.png', 'day2/raw/b.png')).toEqual(['classes']);
  expect(kinds('day1/cats/a.png', 'day1/dogs/b.png', 'day2/cats/c.png')).toEqual(['classes']);
});

test('a validation alone is split, and a class may be called test', () => {
  expect(short('validation/cats/a', 'validation/dogs/b')).toEqual(['a cats null', 'b dogs null']);
  expect(short('test/a', 'cats/b')).toEqual(['a test null', 'b cats null']);
});

test('one folder of photos is one class; photos without a folder have none', () => {
  expect(short('cats/a', 'cats/b')).toEqual(['a cats null', 'b cats null']);
  expect(short('a', 'b')).toEqual(['a null null', 'b null null']);
  expect(short()).toEqual([]);
});

test('what systems leave behind is not listed', () => {
  expect(short('cats/.DS_Store', '__MACOSX/cats/a', 'cats/Thumbs.db', '.hidden/b', 'cats/c')).toEqual(['c cats null']);
});

test.each<[string, Part | null]>([
  ...['train', 'Train', 'TRAIN', 'training_set', 'trainset', 'TrainSet', 'train2017', '01_train', 'train-images'].map(
    (name): [string, Part] => [name, 'training'],
  ),
  ...['훈련', '훈련용', '훈련 데이터', '학습데이터셋', '1_학습', '훈련'.normalize('NFD')].map(
    (name): [string, Part] => [name, 'training'],
  ),
  ...['val', 'VAL', 'valid', 'validation', 'Validation_Data', 'dev', 'dev-set', 'val2017', '검증', '검증용데이터'].map(
    (name): [string, Part] => [name, 'validation'],
  ),
  ...['test', 'TEST', 'test_set', 'Testing', 'testset', 'test1', '시험', '테스트', '테스트셋'].map(
    (name): [string, Part] => [name, 'test'],
  ),
  ...[
    'cats',
    'trains',
    'contest',
    'testimony',
    'device',
    'valley',
    'train_test_split',
    '시험관',
    '훈련소',
    '2017',
    '',
  ].map((name): [string, null] => [name, null]),
])('a folder called %s is %s', (name, part) => {
  const found = partOfFolder(name);
  expect(found?.rest === '' ? found.part : null).toBe(part);
});

describe('layouts that are met', () => {
  const files = (folder: string, count = 3) => Array.from({ length: count }, (_, at) => `${folder}/${at}.jpg`);
  const placed = (reading: Reading) => [...new Set(reading.placed.map(({ label, part }) => `${label} ${part}`))].sort();

  test.each<[string, readonly string[], readonly string[]]>([
    [
      'training_set/training_set beside test_set/test_set',
      [
        'a/training_set/training_set/cats',
        'a/training_set/training_set/dogs',
        'a/test_set/test_set/cats',
        'a/test_set/test_set/dogs',
      ],
      ['cats test', 'cats training', 'dogs test', 'dogs training'],
    ],
    [
      'seg_train beside seg_test and a seg_pred without classes',
      ['seg_train/seg_train/sea', 'seg_train/seg_train/ice', 'seg_test/seg_test/sea', 'seg_test/seg_test/ice'],
      ['ice test', 'ice training', 'sea test', 'sea training'],
    ],
    [
      'prefixes and numbers',
      ['flowers_train_1/rose', 'flowers_train_1/iris', 'flowers_valid_2/rose', 'flowers_valid_2/iris'],
      ['iris training', 'iris validation', 'rose training', 'rose validation'],
    ],
    [
      'two roots',
      ['one/train/cats', 'one/train/dogs', 'two/more/test/cats', 'two/more/test/dogs'],
      ['cats test', 'cats training', 'dogs test', 'dogs training'],
    ],
    [
      'a folder around the classes',
      ['train/images/cats', 'train/images/dogs', 'val/images/cats', 'val/images/dogs'],
      ['cats training', 'cats validation', 'dogs training', 'dogs validation'],
    ],
    [
      'other letters for the same class',
      ['train/Cats', 'train/Dogs', 'TEST/cats', 'TEST/dogs'],
      ['Cats test', 'Cats training', 'Dogs test', 'Dogs training'],
    ],
    [
      'Korean folders, composed or not',
      ['훈련/고양이', '훈련/개', '검증/고양이'.normalize('NFD'), '검증/개', '시험/고양이', '시험/개'],
      ['개 test', '개 training', '개 validation', '고양이 test', '고양이 training', '고양이 validation'],
    ],
    [
      'a class called train in every part',
      ['train/train', 'train/car', 'test/train', 'test/car'],
      ['car test', 'car training', 'train test', 'train training'],
    ],
    ['vehicles', ['bus', 'car', 'train'], ['bus null', 'car null', 'train null']],
    ['vehicles by year', ['bus/2019', 'car/2020', 'train/2019', 'train/2020'], ['bus null', 'car null', 'train null']],
    ['tubes and strips', ['test tube', 'test strip', 'beaker'], ['beaker null', 'test strip null', 'test tube null']],
    ['validation and test only', ['val/a', 'val/b', 'test/a', 'test/b'], ['a null', 'a test', 'b null', 'b test']],
  ])('%s leave no doubt', (_, folders, expected) => {
    const readings = readingsOf(folders.flatMap((folder) => files(folder)));
    expect(readings).toHaveLength(1);
    expect(placed(readings[0]!)).toEqual(expected);
  });

  test.each<[string, readonly string[], readonly (readonly string[])[]]>([
    [
      'classes within classes',
      ['cats/train', 'cats/test', 'dogs/train', 'dogs/test'],
      [['cats test', 'cats training', 'dogs test', 'dogs training']],
    ],
    [
      'parts without classes',
      ['train', 'test'],
      [
        ['null test', 'null training'],
        ['test null', 'train null'],
      ],
    ],
    [
      'parts of other classes',
      ['train/a', 'train/b', 'test/c'],
      [
        ['a training', 'b training', 'c test'],
        ['test null', 'train null'],
      ],
    ],
    [
      'parts beside something else',
      ['train/a', 'train/b', 'test/a', 'more/b'],
      [
        ['a test', 'a training', 'b training', 'null null'],
        ['more null', 'test null', 'train null'],
      ],
    ],
    [
      'classes in the names of the parts',
      ['cats_train', 'cats_test', 'dogs_train', 'dogs_test'],
      [['cats test', 'cats training', 'dogs test', 'dogs training']],
    ],
  ])('%s: every way is offered', (_, folders, expected) => {
    expect(
      readingsOf(folders.flatMap((folder) => files(folder)))
        .map(placed)
        .slice(0, expected.length),
    ).toEqual(expected);
  });

  test('names of files are offered as classes, within parts too', () => {
    const named = ['cat.0.jpg', 'cat.1.jpg', 'dog.0.jpg', 'dog.1.jpg'];
    expect(kinds(...named)).toEqual(['names', 'one']);
    expect(short(...named)).toEqual([
      'cat.0.jpg cat null',
      'cat.1.jpg cat null',
      'dog.0.jpg dog null',
      'dog.1.jpg dog null',
    ]);
    for (const each of [
      'cat (1).png|cat (2).png|dog (1).png|dog (2).png',
      '01_개.png|02_개.png|03_고양이.png|04_고양이.png',
    ])
      expect(kinds(...each.split('|').map((name) => `pets/${name}`))).toEqual(['names', 'one']);
    for (const each of [
      'IMG_1.jpg|IMG_2.jpg|DSC_1.jpg|DSC_2.jpg',
      '1.jpg|2.jpg',
      'cat.1.jpg|dog.1.jpg',
      'cat1.jpg|cat2.jpg',
    ])
      expect(kinds(...each.split('|').map((name) => `pets/${name}`))).toEqual(['one']);
    const kaggle = [...named.map((name) => `train/${name}`), 'test1/1.jpg', 'test1/2.jpg'];
    expect(kinds(...kaggle)).toEqual(['parts', 'classes']);
    expect(short(...kaggle)).toContain('cat.0.jpg cat training');
    expect(short(...kaggle)).toContain('1.jpg null test');
  });
});

test('parts are found whatever they are called, however deep they lie and in whatever order', () => {
  const spelling: Readonly<Record<Part, readonly string[]>> = {
    training: ['train', 'Train', 'TRAINING', 'training_set', '02-train', 'data_train', '훈련', '학습용 데이터'],
    validation: ['val', 'Valid', 'VALIDATION', 'dev', 'validation_set', '01_val', '검증', '검증용'],
    test: ['test', 'TEST', 'Testing', 'test_set', 'test1', 'images-test', '시험', '테스트 데이터'],
  };
  const called = (part: Part) => constantFrom(...spelling[part]);
  const layout = record({
    roots: array(constantFrom('archive', 'data', 'pets', 'my photos', '내 사진'), { maxLength: 2 }),
    names: record({ training: called('training'), validation: called('validation'), test: called('test') }),
    other: constantFrom<readonly Part[]>(['validation'], ['test'], ['validation', 'test']),
    classes: uniqueArray(constantFrom('cats', 'dogs', 'trains', '고양이', 'test tube', '3', 'a b'), {
      minLength: 2,
      maxLength: 4,
    }),
    twice: boolean(),
    extras: subarray(['README.md', 'labels.csv', '.DS_Store']),
  });
  assert(
    property(layout, infiniteStream(nat()), ({ roots, names, other, classes, twice, extras }, order) => {
      const parts: readonly Part[] = ['training', ...other];
      const root = roots.map((each) => `${each}/`).join('');
      const expected = parts.flatMap((part) =>
        classes.flatMap((label) =>
          [0, 1].map((at) => ({
            path: `${root}${names[part]}/${twice ? `${names[part]}/` : ''}${label}/${at}.png`,
            label,
            part,
          })),
        ),
      );
      const paths = [...expected.map(({ path }) => path), ...extras.map((name) => root + name)]
        .map((path) => ({ path, at: order.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ path }) => path);
      const [reading, ...others] = readingsOf(paths);
      expect(others).toEqual([]);
      const pictures = reading!.placed.filter(({ path }) => path.endsWith('.png'));
      const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
      expect(pictures.toSorted(byPath)).toEqual(expected.toSorted(byPath));
    }),
    { numRuns: 500 },
  );
});
