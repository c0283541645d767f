import { describe, expect, test } from 'vitest';
import { compile } from '../../compile/compile';
import type { Document } from '../document';
import { architectureOf, foldBackbone } from './fold';
import { after, brokenRules, deepFrozen, example, library } from './testDocuments';
import { setParam } from './bricks';
import { unfoldBackbone } from './unfold';

const planOf = (document: Document) => compile(document, library);

function unfolded(document: Document, name: string): Document {
  const step = planOf(document).steps.find((each) => each.name === name)!;
  const trained = new Set(step.nested!.steps.filter(({ trainable }) => trainable).map((each) => each.name));
  return deepFrozen(unfoldBackbone({ name, shape: step.inputShapes[0]!, trained }, library)(document));
}

const withParams = (document: Document, name: string, params: Readonly<Record<string, string | number>>) =>
  after(
    document,
    ...Object.entries(params).map(
      ([param, value]) =>
        () =>
          setParam(name, param, value),
    ),
  );

const thawed = (document: Document, name: string): Document =>
  deepFrozen({ ...document, nodes: { ...document.nodes, [name]: { ...document.nodes[name]!, trainable: true } } });

describe.each(['vgg16', 'vgg19', 'resnet50', 'mobilenet', 'mobilenet-v2', 'inception-v3', 'xception'])(
  '%s',
  (architecture) => {
    test('unfolds into its layers and folds back into the same brick', () => {
      const brick = withParams(thawed(example('vgg16-transfer'), 'vgg16'), 'vgg16', { architecture });
      const open = unfolded(brick, 'vgg16');
      expect(brokenRules(open)).toEqual([]);
      const [before, after] = [planOf(brick), planOf(open)];
      expect(after.issues).toEqual([]);
      expect(after.totals).toEqual(before.totals);
      expect(after.shapes['predictions']).toEqual([1]);
      expect(after.weightsFrom).toMatchObject({ source: 'imagenet', architecture, inputShape: [224, 224, 3] });
      expect(after.preprocessing).toBe(before.preprocessing);
      // Names are Keras's, so that weights find their places.
      const names = before.steps
        .find(({ name }) => name === 'vgg16')!
        .nested!.steps.map(({ name }) => name)
        .slice(1);
      expect(Object.keys(open.nodes)).toEqual(expect.arrayContaining(names));
      expect(architectureOf(open, 'vgg16', library)?.architecture).toBe(architecture);
      const shut = deepFrozen(foldBackbone('vgg16', library)(open));
      expect(brokenRules(shut)).toEqual([]);
      expect(shut).toEqual(brick);
    });
  },
);

test('freezing is kept layer by layer, both ways', () => {
  const brick = withParams(thawed(example('vgg16-transfer'), 'vgg16'), 'vgg16', {
    trainableLayers: 'from',
    trainableFrom: 'block5_conv1',
  });
  const open = unfolded(brick, 'vgg16');
  expect(planOf(open).totals.trainable).toBe(19_925_505);
  expect(foldBackbone('vgg16', library)(open)).toEqual(brick);
  const frozen = unfolded(example('vgg16-transfer'), 'vgg16');
  expect(planOf(frozen).totals.trainable).toBe(12_846_081);
  expect(foldBackbone('vgg16', library)(frozen)).toEqual(example('vgg16-transfer'));
});

test('a narrow MobileNet keeps its width', () => {
  const brick = example('transfer', { alpha: '0.25' });
  const open = unfolded(brick, 'mobilenet');
  expect(open.weights?.alpha).toBe(0.25);
  expect(foldBackbone('mobilenet', library)(open)).toEqual(brick);
});

test('a changed block is no architecture any more', () => {
  const open = withParams(unfolded(example('vgg16-transfer'), 'vgg16'), 'block3_conv1', { filters: 100 });
  expect(architectureOf(open, 'vgg16', library)).toBeNull();
  expect(foldBackbone('vgg16', library)(open)).toBe(open);
});

test('taken names get the backbone’s in front; pretrained weights, which go by name, are not lost', () => {
  const pretrained = example('vgg16-transfer');
  const { predictions, ...others } = pretrained.nodes;
  const taken: Document = deepFrozen({
    ...pretrained,
    nodes: { ...others, block1_conv1: predictions! },
    edges: pretrained.edges.map((edge) => (edge.to === 'predictions' ? { ...edge, to: 'block1_conv1' } : edge)),
    blocks: { head: { ...pretrained.blocks['head']!, nodes: ['flatten', 'dense', 'dropout', 'block1_conv1'] } },
  });
  expect(unfolded(taken, 'vgg16')).toBe(taken);
  const random = withParams(taken, 'vgg16', { weights: 'random' });
  const open = unfolded(random, 'vgg16');
  expect(open.nodes['vgg16_block1_conv1']?.type).toBe('conv2d');
  expect(planOf(open).totals).toEqual(planOf(random).totals);
  expect(foldBackbone('vgg16', library)(open)).toEqual(random);
});

test('where its layers’ names are taken with and without the backbone’s in front, it stays as it is', () => {
  const pretrained = withParams(example('vgg16-transfer'), 'vgg16', { weights: 'random' });
  const { dense } = pretrained.nodes;
  // Only one of many names is taken both ways.
  const taken: Document = deepFrozen({
    ...pretrained,
    nodes: { ...pretrained.nodes, block1_conv1: dense!, vgg16_block4_conv2: dense! },
  });
  expect(unfolded(taken, 'vgg16')).toBe(taken);
  const { vgg16_block4_conv2: _, ...free } = taken.nodes;
  expect(unfolded({ ...taken, nodes: free }, 'vgg16').nodes['vgg16_block4_conv2']?.type).toBe('conv2d');
});
