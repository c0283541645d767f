import { existsSync, openAsBlob, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type Link, chain } from '../../e2e/documents/chain';
import { library } from '../../templates/index';
import { compile } from '../compile/compile';
import type { Plan } from '../compile/plan';
import type { Dataset } from '../data/dataset';
import { resizeInto } from '../data/photos/resize';
import type { NamedBlob } from '../formats/weights/weightFile';
import { planOf } from '../pretrained/matching/testWeightFile';
import type { Picture } from './protocol/samples';
import { training, transferSession } from './testTransfer';

const shared = join(import.meta.dirname, '../../../shared/data');
const absent = !existsSync(join(shared, 'weights'));

async function blobs(folder: string, names = readdirSync(join(shared, folder))): Promise<NamedBlob[]> {
  return Promise.all(names.map(async (name) => ({ name, blob: await openAsBlob(join(shared, folder, name)) })));
}
const shards = () => blobs('weights/mobilenet_v1_0.25_224');
const h5 = () => blobs('weights', ['mobilenet_2_5_224_tf_no_top.h5']);

async function photo(path: string): Promise<Picture> {
  const { data, info } = await sharp(join(shared, path)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: info.channels, values: Float32Array.from(data) };
}

const mobilenet = (options: object): Plan => planOf('mobilenet', { alpha: 0.25, ...options });

function words(values: Float32Array): readonly (readonly [string, number])[] {
  const index = JSON.parse(readFileSync(join(shared, 'imagenet_class_index.json'), 'utf8')) as Record<
    string,
    [string, string]
  >;
  return [...values]
    .map((value, at) => [index[at]![1], Math.round(value * 1000) / 10] as const)
    .toSorted((one, other) => other[1] - one[1])
    .slice(0, 3);
}

/** As `tf.image.resizeBilinear` does it by default: what the expected percentages were computed with. */
function legacyBilinear({ width, height, values }: Picture, side: number): Picture {
  const cell = (y: number, x: number, channel: number) =>
    values[(Math.min(height - 1, y) * width + Math.min(width - 1, x)) * 3 + channel]!;
  const result = Float32Array.from({ length: side * side * 3 }, (_, at) => {
    const [down, across] = [(Math.floor(at / 3 / side) * height) / side, ((Math.floor(at / 3) % side) * width) / side];
    const [y, x] = [Math.floor(down), Math.floor(across)];
    const row = (of: number) => cell(of, x, at % 3) * (1 - across + x) + cell(of, x + 1, at % 3) * (across - x);
    return row(y) * (1 - down + y) + row(y + 1) * (down - y);
  });
  return { width: side, height: side, channels: 3, values: result };
}

/** 80 photos of cats and dogs, 60 to train, at 128 × 128. */
async function catsAndDogs(side: number): Promise<Dataset> {
  const found = (['train', 'validation'] as const).flatMap((part) =>
    ['cats', 'dogs'].flatMap((name, label) =>
      readdirSync(join(shared, 'cats_dogs', part, name))
        .slice(0, part === 'train' ? 30 : 10)
        .map((file) => ({ path: join(shared, 'cats_dogs', part, name, file), label, part })),
    ),
  );
  const values = new Uint8Array(found.length * side * side * 3);
  for (const [index, { path }] of found.entries()) {
    const { data, info } = await sharp(path).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const row = (y: number) => data.subarray(y * info.width * 4, (y + 1) * info.width * 4);
    const into = values.subarray(index * side * side * 3, (index + 1) * side * side * 3);
    resizeInto(into, { width: info.width, height: info.height, row }, [side, side, 3], 'bilinear');
  }
  return {
    id: 'cats-dogs',
    kind: 'images',
    shape: [side, side, 3],
    values,
    target: { kind: 'classes', classes: ['cats', 'dogs'], labels: Uint8Array.from(found, ({ label }) => label) },
    count: found.length,
    validation: 20,
    vocabulary: null,
    sampleWeights: null,
    words: null,
  };
}

describe.skipIf(absent)('real weights (needs ../shared)', () => {
  it(
    'the elephant is what MobileNet says in Keras, from shards through importWeights',
    { timeout: 60_000 },
    async () => {
      const { engine, load, all } = await transferSession();
      await load({ ...mobilenet({}), preprocessing: 'tf' });
      const report = await engine.handle({ type: 'importWeights', files: await shards() });
      expect(report).toMatchObject({ missing: [], wrongShape: [] });
      const { done, total } = all('weights').at(-1)!;
      expect(done).toBe(total);
      const photos = [await photo('photos/elephant_keras_docs.jpg'), await photo('photos/coffee.png')];
      const samples = photos.map((each) => legacyBilinear(each, 224));
      const [elephant, coffee] = await engine.handle({ type: 'predictMany', samples });
      expect(words(coffee![0]!)[0]).toEqual(['espresso', 94]);
      // Expected are the shares of jpeg-js's pixels; this decoder's differ a little, which moves them by up to one in a hundred.
      const expected = { African_elephant: 45.4, tusker: 42.6, Indian_elephant: 11.2 };
      const said = Object.fromEntries(words(elephant![0]!));
      expect(Object.keys(said)).toEqual(Object.keys(expected));
      for (const [name, share] of Object.entries(expected)) expect(Math.abs(said[name]! - share)).toBeLessThan(1.2);
      const path = mobilenet({}).steps.findLast(({ shape }) => shape[0] === 7)!.name;
      const heat = await engine.handle({ type: 'gradCam', sample: samples[0]!, path, classIndex: null });
      expect(heat).toMatchObject({ height: 7, width: 7, classIndex: 386 });
      expect(Math.max(...heat.values)).toBeCloseTo(1, 5);
      expect(heat.score * 100).toBeCloseTo(said['African_elephant']!, 1);
    },
  );

  it('h5 and shards are the same to the bit', { timeout: 60_000 }, async () => {
    const { engine, load } = await transferSession();
    await load(mobilenet({ includeTop: false }));
    await engine.handle({ type: 'importWeights', files: await shards() });
    const one = await engine.handle({ type: 'weights' });
    await load(mobilenet({ includeTop: false, pooling: 'avg' }));
    await engine.handle({ type: 'importWeights', files: await h5() });
    expect(await engine.handle({ type: 'weights' })).toEqual(one);
  });

  it('another model’s file changes nothing', { timeout: 60_000 }, async () => {
    const { engine, load } = await transferSession();
    await load(mobilenet({ includeTop: false, alpha: 0.5 }));
    const before = await engine.handle({ type: 'weights' });
    const wrong = engine.handle({ type: 'importWeights', files: await h5() });
    await expect(wrong).rejects.toMatchObject({ error: { code: 'weightsMismatch' } });
    const [{ blob, name }] = (await h5()) as [NamedBlob];
    const half = [{ name, blob: blob.slice(0, blob.size / 2) }];
    await expect(engine.handle({ type: 'importWeights', files: half })).rejects.toMatchObject({
      error: { code: 'weightsUnreadable' },
    });
    expect(await engine.handle({ type: 'weights' })).toEqual(before);
  });

  it('a frozen MobileNet learns cats and dogs: the same with kept features', { timeout: 300_000 }, async () => {
    const dataset = await catsAndDogs(128);
    const links: readonly Link[] = [
      ['inputImage', 'photo', { shape: [128, 128, 3] }],
      [
        'pretrainedBackbone',
        'backbone',
        { architecture: 'mobilenet', alpha: 0.25, weights: 'imagenet', pooling: 'avg', trainableLayers: 'none' },
      ],
      ['dense', 'answer', { units: 1, activation: 'sigmoid' }],
    ];
    const plan = compile(chain('Cats and dogs', links), library);
    const { load, train, cut } = await transferSession({ dataset: async () => dataset, weightFile: () => h5() });
    await load(plan);
    const ten = (featureCache: 'auto' | 'off') => train(training({ featureCache, epochs: 10, batchSize: 20 }));
    const cached = await ten('auto');
    expect(cut()).toMatchObject({ layers: ['backbone/global_average_pooling2d'], computed: 80 });
    const plain = await ten('off');
    plain.epochs.forEach(({ loss, validationLoss }, index) => {
      expect(cached.epochs[index]!.loss).toBeCloseTo(loss, 4);
      expect(cached.epochs[index]!.validationLoss).toBeCloseTo(validationLoss!, 4);
    });
    // Twenty photos: one in five wrong is still far from chance.
    expect(cached.epochs.at(-1)!.validationAccuracy).toBeGreaterThanOrEqual(0.8);
  });
});
