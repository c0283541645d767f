import { expect, test } from 'vitest';
import { library, templates } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { setParam } from '../../document/edits';
import { templateDocument } from '../../layout/templateDocument';
import { atRandom, fromOtherFile, startsFrom } from './missingStarts';

const open = (id: string, options = {}, weights: 'random' | 'imagenet' = 'random') =>
  templateDocument(
    templates.find((template) => template.id === id)!,
    options,
    library,
    weights,
  );
const planOf = (document: ReturnType<typeof open>) => compile(document, library);
const [old, other] = ['a'.repeat(64), 'b'.repeat(64)];

test('a backbone that lacks published weights keeps them, or starts at random', () => {
  const document = open('transfer', { alpha: '0.25' });
  const id = 'mobilenet-0.25-224-no-top';
  const missing = startsFrom(planOf(document), id);
  expect(missing).toMatchObject([{ from: { source: 'imagenet', architecture: 'mobilenet' } }]);
  expect(startsFrom(planOf(document), 'vgg16')).toEqual([]);
  expect(fromOtherFile(missing, other)(document)).toBe(document);
  expect(startsFrom(planOf(atRandom(missing)(document)), id)).toEqual([]);
});

test('a backbone that lacks a file of its own takes another one', () => {
  const transfer = open('transfer');
  const name = Object.keys(transfer.nodes).find((each) => transfer.nodes[each]!.type === 'pretrainedBackbone')!;
  const document = setParam(name, 'weightsFile', old)(setParam(name, 'weights', 'file')(transfer));
  const missing = startsFrom(planOf(document), old);
  expect(missing).toMatchObject([{ brick: name }]);
  const changed = fromOtherFile(missing, other)(document);
  expect(startsFrom(planOf(changed), other)).toMatchObject([{ brick: name, from: { file: other } }]);
});

test('a whole model does both', () => {
  const document = open('vgg16', {}, 'imagenet');
  const missing = startsFrom(planOf(document), 'vgg16');
  expect(missing).toMatchObject([{ brick: null }]);
  expect(atRandom(missing)(document).weights).toBeUndefined();
  const own = { ...document, weights: { ...document.weights!, source: 'file' as const, file: old } };
  expect(fromOtherFile(startsFrom(planOf(own), old), other)(own).weights).toMatchObject({ file: other });
});
