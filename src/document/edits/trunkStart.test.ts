import { describe, expect, test } from 'vitest';
import { digitsWeightFile } from '../../../e2e/fixtures/digitsWeights';
import { compile } from '../../compile/compile';
import { transferSession } from '../../engine/testTransfer';
import { openWeightFile } from '../../formats/weights/openWeightFile';
import { type Document, emptyDocument } from '../document';
import { addBrick, setParam } from './bricks';
import { type Head, swapHead } from './head';
import { after, deepFrozen, example, library, placesOf } from './testDocuments';
import { trunkOf } from './trunk';
import { withoutStart } from './start';
import { startFrom, trunkStart, wholeStart } from './trunkStart';
import { unfoldBackbone } from './unfold';
import { wholeTensor } from '../../formats/weights/wholeTensor';

const head: Head = { reduce: 'globalAverage', units: 0, dropout: 0, classes: 5 };

function startOf(document: Document) {
  const { shapes, inputs } = compile(document, library);
  return trunkStart(document, trunkOf(document, library, shapes)!, shapes[inputs[0]!]!, library);
}
const swapped = (document: Document) =>
  swapHead(head, library, compile(document, library).shapes, placesOf(document))(deepFrozen(document));

describe('an architecture laid out as bricks starts from its published weights', () => {
  test.each([
    ['vgg16', {}, 1],
    ['vgg16', { includeTop: false, inputShape: [96, 96, 3] }, 1],
    ['vgg19', {}, 1],
    ['resnet50', {}, 1],
    ['mobilenet', { alpha: 0.25 }, 0.25],
    ['mobilenet-v2', { alpha: 0.35, pooling: 'avg', includeTop: false }, 0.35],
    ['inception-v3', {}, 1],
    ['xception', {}, 1],
  ] as const)('%s %j', (architecture, options, alpha) => {
    const start = startOf(example(architecture, options));
    expect(start).toEqual({ source: 'imagenet', architecture, includeTop: false, alpha, file: '' });
    // With the new head on it, too.
    expect(startOf(swapped(example(architecture, options)))).toEqual(start);
  });

  test('a changed layer, another picture or other weights are no such start', () => {
    const vgg16 = example('vgg16');
    expect(startOf(setParam('block2_conv1', 'filters', 127)(vgg16))).toBeNull();
    expect(startOf(example('vgg16', { inputShape: [64, 64, 1] }))).toBeNull();
    expect(startOf(example('mobilenet', { alpha: 0.3 }))).toBeNull();
    expect(startOf(example('lenet5'))).toBeNull();
    const own = { source: 'file', architecture: '', includeTop: false, alpha: 1, file: 'a'.repeat(64) } as const;
    expect(startOf(startFrom(own)(vgg16))).toBeNull();
  });
});

describe('a whole architecture starts from its published weights', () => {
  const wholeOf = (document: Document) => {
    const { shapes, inputs, outputs } = compile(document, library);
    return wholeStart(document, outputs[0]!, shapes[inputs[0]!]!, library);
  };

  test.each([
    ['vgg16', {}, 1],
    ['resnet50', {}, 1],
    ['mobilenet', { alpha: 0.25 }, 0.25],
    ['inception-v3', {}, 1],
    ['digits-backbone', {}, 1],
  ] as const)('%s %j', (architecture, options, alpha) => {
    const source = architecture === 'digits-backbone' ? 'digits' : 'imagenet';
    const document = example(architecture, options);
    expect(wholeOf(document)).toEqual({ source, architecture, includeTop: true, alpha, file: '' });
    expect(withoutStart(startFrom(wholeOf(document)!)(document))).toEqual(document);
  });

  test('other classes, another picture, or no top are none', () => {
    expect(wholeOf(example('vgg16', { classes: 10 }))).toBeNull();
    expect(wholeOf(example('vgg16', { inputShape: [64, 64, 3] }))).toBeNull();
    expect(wholeOf(example('vgg16', { includeTop: false }))).toBeNull();
    expect(wholeOf(example('lenet5'))).toBeNull();
  });
});

test('weights with the top become those without it when the head is another', () => {
  const start = { source: 'imagenet', architecture: 'vgg16', includeTop: true, alpha: 1, file: '' } as const;
  expect(swapped(startFrom(start)(example('vgg16'))).weights).toEqual({ ...start, includeTop: false });
});

test('the digits backbone in bricks gets the weights of its file, and its new head none of the old one', async () => {
  const digits = example('digits-backbone');
  const start = startOf(digits)!;
  expect(start.source).toBe('digits');
  const plan = compile(swapped(startFrom(start)(digits)), library);
  expect(plan.issues).toEqual([]);
  expect(plan.outputs).toEqual(['predictions']);
  const { engine, load } = await transferSession({ weightFile: digitsWeightFile });
  await load(plan);
  const weights = await engine.handle({ type: 'weights' });
  const file = await openWeightFile((await digitsWeightFile(plan.weightsFrom!))!);
  const tensors = new Map(file.layers.flatMap((layer) => layer.tensors.map((tensor) => [tensor.name, tensor])));
  const kernel = await wholeTensor(tensors.get('block1_conv1/kernel')!);
  expect(weights['block1_conv1/kernel']!.values).toEqual(kernel);
  const top = await wholeTensor(tensors.get('predictions/kernel')!);
  expect(weights['predictions/kernel']!.shape).toEqual([64, 5]);
  expect(weights['predictions/kernel']!.values).not.toEqual(top);
  file.close();
});

test('an unfolded backbone at random can start from its weights as well', () => {
  const document = after(
    emptyDocument('backbone'),
    () => addBrick(library, { type: 'inputImage', name: 'photo', params: { shape: [224, 224, 3] } }),
    () => addBrick(library, { type: 'pretrainedBackbone', name: 'vgg16', at: [212, 0] }),
    () => (made) => ({ ...made, edges: [{ from: 'photo', to: 'vgg16', port: 0 }] }),
    () => unfoldBackbone({ name: 'vgg16', shape: [224, 224, 3], trained: new Set() }, library),
  );
  expect(startOf(swapped(document))).toMatchObject({ source: 'imagenet', architecture: 'vgg16' });
});
