import { expect, test } from 'vitest';
import { placedByFolders } from './folders';

const short = (...paths: string[]) =>
  placedByFolders(paths).map(({ path, label, part }) => `${path.split('/').at(-1)!} ${label} ${part}`);

test('train and validation, whatever they are called and wherever they lie', () => {
  expect(
    short('pets/train/cats/a', 'pets/train/dogs/b', 'pets/Val/cats/c', 'pets/test/dogs/deep/d', 'pets/read.me'),
  ).toEqual(['a cats training', 'b dogs training', 'c cats validation', 'd dogs validation', 'read.me null null']);
  expect(short('train/cats/a', 'train/dogs/b')).toEqual(['a cats training', 'b dogs training']);
});

test('plain classes are left to be split; deeper folders belong to their class', () => {
  expect(short('x/y/cats/a', 'x/y/dogs/black/b')).toEqual(['a cats null', 'b dogs null']);
  expect(short('cats/a', 'dogs/b', 'c')).toEqual(['a cats null', 'b dogs null', 'c null null']);
  expect(short('cats/persian/a', 'cats/siamese/b')).toEqual(['a persian null', 'b siamese null']);
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
