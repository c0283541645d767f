import { expect, test } from 'vitest';
import { classOfName, classesByName } from './classOfName';

test.each([
  ['cat.12.jpg', 'cat'],
  ['cat (3).png', 'cat'],
  ['cat [12].png', 'cat'],
  ['cat#7.png', 'cat'],
  ['cat12.png', 'cat'],
  ['cat_dog-0001.jpeg', 'cat_dog'],
  ['0012_cat.png', 'cat'],
  ['3_cat.png', 'cat'],
  ['3 - cat.png', 'cat'],
  ['고양이_01.jpg', '고양이'],
  ['고양이_01.jpg'.normalize('NFD'), '고양이'],
  ['cat.jpg', null],
  ['12.png', null],
  ['a 12_cat.jpg', null],
  ['12cat.jpg', null],
  ['IMG_2041.JPG', null],
  ['사진 3.jpg', null],
  ['-_7.png', null],
  ['', null],
])('%s is %s', (file, name) => {
  expect(classOfName(file)).toBe(name);
});

test.each([
  [
    ['cat.1.jpg', 'cat.2.jpg', 'dog.1.jpg', 'dog.2.jpg'],
    ['cat', 'cat', 'dog', 'dog'],
  ],
  [['cat.1.jpg', 'cat.2.jpg', 'dog.1.jpg'], null],
  [['cat.1.jpg', 'cat.2.jpg'], null],
  [['cat.1.jpg', 'cat.2.jpg', 'dog.1.jpg', 'dog.2.jpg', 'me.jpg'], null],
  [[], null],
])('%j are the classes %j', (files, classes) => {
  expect(classesByName(files)).toEqual(classes);
});
