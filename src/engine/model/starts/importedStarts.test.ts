import { describe, expect, it } from 'vitest';
import { digitsWeightFile } from '../../../../e2e/fixtures/digitsWeights';
import { chain, stripes, stripesInput, stripesModel, stripesTraining } from '../../../../e2e/fixtures/stripes';
import { WeightCache } from '../../../pretrained/storage/cache';
import { type BlobStore, inPieces, memoryBlobs } from '../../../pretrained/storage/fileStore';
import { keepFiles } from '../../../pretrained/storage/keepFiles';
import { saveModel } from '../../../formats/saved/saveModel';
import { memoryCheckpoints } from '../../checkpoints/checkpoints';
import { transferSession } from '../../testTransfer';

/** Pages of one browser: what is kept outlives each of them. */
function browser(blobs: BlobStore = memoryBlobs()) {
  const cache = new WeightCache(inPieces(blobs));
  const checkpoints = memoryCheckpoints();
  const page = () =>
    transferSession({
      checkpoints,
      dataset: async () => stripes(48, 16),
      weightFile: async (from) => (from.source === 'file' ? cache.get(from.file) : digitsWeightFile(from)),
      keepFiles: (files, signal, progress) =>
        keepFiles({ entry: null, files, cache, signal, progress: (done, total) => progress({ done, total }) }),
    });
  return { cache, page };
}

/** A file of trained weights, and those weights. */
async function mine() {
  const { load, train, engine } = await transferSession({ dataset: async () => stripes(48, 16) });
  await load(stripesModel(), 99);
  await train(stripesTraining({ epochs: 1, seed: 99 }));
  const weights = await engine.handle({ type: 'weights' });
  const blob = await saveModel({ plan: stripesModel(), weights, document: null }, 'h5');
  return { weights, files: [{ name: 'mine.h5', blob }] };
}

const { weights, files } = await mine();

describe('a file that was put into a model', () => {
  it('is there after a reload, by its hash; the model has its weights, and fresh training begins with them', async () => {
    const { cache, page } = browser();
    const before = await page();
    await before.load(stripesModel());
    await before.engine.handle({ type: 'importWeights', files });
    expect(await before.engine.handle({ type: 'weights' })).toEqual(weights);
    const [kept] = await cache.list();
    expect(kept).toMatchObject({ files: [{ name: 'mine.h5', bytes: files[0]!.blob.size, sha256: kept!.id }] });
    const first = await before.train(stripesTraining({ epochs: 1 }));

    const after = await page();
    expect(await after.engine.restore(stripesModel())).toEqual(first);
    const again = await after.train(stripesTraining({ epochs: 1 }));
    expect(again.epochs[0]!.loss).toBe(first.epochs[0]!.loss);
  });

  it('takes the place of what was learned before, and is none of another project or model', async () => {
    const { page } = browser();
    const before = await page();
    await before.load(stripesModel());
    await before.train(stripesTraining({ epochs: 1 }));
    await before.engine.handle({ type: 'importWeights', files });
    const after = await page();
    const about = { project: 'p', plan: stripesModel(), seed: 11 };
    expect(await after.engine.handle({ type: 'model', about })).toEqual({ weights: 'imported', run: null });
    await after.load(stripesModel());
    expect(await after.engine.handle({ type: 'weights' })).toEqual(weights);
    await after.engine.load(stripesModel(), { project: 'q' });
    expect(await after.engine.handle({ type: 'weights' })).not.toEqual(weights);
    expect(await after.engine.handle({ type: 'model' })).toEqual({ weights: 'drawn', run: null });
  });

  it('is there in what stays of a changed model; the rest begins anew, and after a reload, too', async () => {
    const { page } = browser();
    const before = await page();
    await before.load(stripesModel());
    await before.engine.handle({ type: 'importWeights', files });
    const units = { units: 3, activation: 'softmax' };
    const changed = chain(
      stripesInput,
      ['conv2d', { filters: 4, activation: 'relu' }],
      ['maxPooling2d'],
      ['flatten'],
      ['dense', units],
    );
    const after = await page();
    const about = { project: 'p', plan: changed, seed: 11 };
    expect(await after.engine.handle({ type: 'model', about })).toEqual({ weights: 'imported', run: null });
    for (const engine of [before, after]) {
      await engine.load(changed);
      const now = await engine.engine.handle({ type: 'weights' });
      const same = Object.keys(now).filter((key) => now[key]!.shape.join() === weights[key]?.shape.join());
      expect(same).toEqual(['1-conv2d/kernel', '1-conv2d/bias']);
      for (const key of same) expect(now[key]).toEqual(weights[key]);
      expect(now['4-dense/kernel']!.values.some((value) => value !== 0)).toBe(true);
    }
  });

  it('that was deleted is told of, by name; what was trained on it is still there', async () => {
    const { cache, page } = browser();
    const before = await page();
    await before.load(stripesModel());
    await before.engine.handle({ type: 'importWeights', files });
    for (const { id } of await cache.list()) await cache.remove(id);
    const after = await page();
    const about = { project: 'p', plan: stripesModel(), seed: 11 };
    expect(await after.engine.handle({ type: 'model', about })).toEqual({ weights: 'drawn', run: null });
    await after.load(stripesModel());
    const error = { code: 'startGone', data: { name: 'mine.h5' } };
    const gone = { type: 'warning', error, project: 'p', runId: null };
    expect(after.events).toContainEqual(gone);
    await after.train(stripesTraining({ epochs: 1 }));
    const trained = await after.engine.handle({ type: 'weights' });
    const later = await page();
    await later.engine.restore(stripesModel());
    expect(await later.engine.handle({ type: 'weights' })).toEqual(trained);
    expect(later.events).not.toContainEqual(gone);
  });

  it('is in the model even where there is no room to keep it, and half of it is not kept', async () => {
    const { cache, page } = browser(memoryBlobs(1000));
    const { load, engine, events } = await page();
    await load(stripesModel());
    await engine.handle({ type: 'importWeights', files });
    expect(await engine.handle({ type: 'weights' })).toEqual(weights);
    const data = { name: 'mine.h5', bytes: files[0]!.blob.size };
    expect(events).toContainEqual(expect.objectContaining({ type: 'warning', error: { code: 'startNotKept', data } }));
    expect(await cache.list()).toEqual([]);
  });
});
