import { expect, test } from 'vitest';
import { put } from '../../../e2e/keras/grid/parts';
import { library } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { buildDocument } from '../../document/template';
import { savedNames } from './savedNames';

const namesOf = (maskZero: boolean) => {
  const document = buildDocument('names', (place) => {
    const text = put(place, ['inputText', { shape: [6] }], [], 'text');
    const words = put(place, ['embedding', { inputDim: 9, outputDim: 4, maskZero }], text, 'words');
    const both = put(place, ['concatenate'], [words, words], 'concatenate');
    put(place, ['dense'], put(place, ['lstm'], both, 'any_3'), 'concatenate_layer');
  });
  return [...savedNames(compile(document, library).steps).values()];
};

test('a layer that is called like an operation of masks gets a name of its own', () => {
  expect(namesOf(true)).toEqual(['text', 'words', 'concatenate_layer_1', 'any_3_layer', 'concatenate_layer']);
  expect(namesOf(false)).toEqual(['text', 'words', 'concatenate', 'any_3', 'concatenate_layer']);
});
