import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type RunningServer, serve } from '../../cli/server/server';
import type { Plan } from '../../compile/plan';
import { done, refused } from '../../document/result';
import { saveModel } from '../../formats/saved/saveModel';
import { pretrainedTroubleText } from '../../i18n/panels/pretrained';
import { WeightCache } from '../../pretrained/storage/cache';
import type { WeightsEntry } from '../../document/architecture';
import { entryOf } from '../../pretrained/catalogue';
import { inPieces, memoryBlobs } from '../../pretrained/storage/fileStore';
import { modelLayers } from '../../pretrained/matching/modelLayers';
import { type TestWeightsServer, testWeightsServer } from '../../pretrained/testWeightsServer';
import { library, templates } from '../../../templates/index';
import { chosenTrouble } from '../../pretrained/verifyChosen';
import { entryPlan } from './entryPlan';
import { type Pretrained, createPretrained } from './pretrained';
import type { Look } from './pretrainedWork';

const content = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 31) % 253);
const kept = done<string>;
const id = 'mobilenet-0.25-128-no-top';

const planOf = (entry: WeightsEntry): Plan =>
  entryPlan(
    templates.find((template) => template.id === entry.architecture)!,
    entry,
    library,
  );

/** A file with all weights of an entry's architecture, all of them 0. */
async function fileFor(entry: WeightsEntry, name: string): Promise<File> {
  const plan = planOf(entry);
  const tensors = modelLayers(plan).flatMap(({ weights }) => weights);
  const weights = Object.fromEntries(
    tensors.map(({ key, shape }) => {
      const values = new Float32Array(shape.reduce((product, size) => product * size, 1));
      return [key, { shape, values }];
    }),
  );
  return new File([await saveModel({ plan, weights, document: null }, 'h5')], name);
}

const shards = ['group1-shard1of1.bin', 'model.json'].map(
  (name) => new File([readFileSync(join('public/digitsBackbone', name))], name),
);

let published: TestWeightsServer;
let server: RunningServer;
let folder: string;
let pretrained: Pretrained;
const pageOf = (room = Infinity) => {
  const cache = new WeightCache(inPieces(memoryBlobs(room)));
  const look: Look = (entry, files) => chosenTrouble(files, entry === null ? null : planOf(entry));
  return createPretrained({ cache: async () => cache, look, origin: server.address.replace(/\/$/, '') });
};

beforeEach(async () => {
  const { path } = entryOf(library, id)!.places[0]!;
  published = await testWeightsServer({ [`keras/${path}`]: content });
  vi.stubEnv('DEEPBRICK_WEIGHTS_BASE', published.base);
  folder = mkdtempSync(join(tmpdir(), 'deepbrick-page-'));
  writeFileSync(join(folder, 'index.html'), 'page');
  server = await serve(folder, 0);
  pretrained = pageOf();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
  await published.close();
  rmSync(folder, { recursive: true });
});

describe('pretrained weights in the page', () => {
  test('come through the local server once, with progress, and are there from then on', async () => {
    const seen: number[] = [];
    pretrained.store.subscribe(({ downloads }) => void seen.push(downloads[id]?.received ?? -1));
    expect(await pretrained.download(entryOf(library, id)!)).toEqual(kept(id));
    expect(published.asked).toHaveLength(1);
    expect(seen).toContain(content.length);
    const { cached, downloads, trouble } = pretrained.store.getState();
    expect(cached).toMatchObject([{ id, files: [{ bytes: content.length }] }]);
    expect([downloads, trouble]).toEqual([{}, null]);
    await pretrained.remove(id);
    expect(pretrained.store.getState().cached).toEqual([]);
  });

  test('a broken connection is taken up through the server too', async () => {
    published.breakAfter = 100_000;
    expect(await pretrained.download(entryOf(library, id)!)).toEqual(kept(id));
    expect(published.asked.at(-1)!.headers.range).toMatch(/^bytes=\d+-$/);
  });

  test('cancelled it is no trouble, and what is under way is not begun twice', async () => {
    const first = pretrained.download(entryOf(library, id)!);
    expect(await pretrained.download(entryOf(library, id)!)).toEqual(refused({ code: 'underWay', id }));
    pretrained.cancel(id);
    expect(await first).toEqual(refused({ code: 'cancelled', id }));
    expect(pretrained.store.getState()).toMatchObject({ downloads: {}, trouble: null });
    expect(await pretrained.download(entryOf(library, id)!)).toEqual(kept(id));
  });

  test('a chosen file is kept under its hash, one for an entry must have its MD5', async () => {
    const file = await fileFor(entryOf(library, id)!, 'own.h5');
    const sha256 = createHash('sha256')
      .update(new Uint8Array(await file.arrayBuffer()))
      .digest('hex');
    expect(await pretrained.addFiles(null, [file])).toEqual(kept(sha256));
    expect(await pretrained.addFiles(entryOf(library, id), [file])).toEqual(kept(id));
    const other = await pretrained.addFiles(entryOf(library, 'vgg16'), [file]);
    expect(other).toMatchObject({ ok: false, error: { code: 'wrongHash', id: 'vgg16' } });
    expect(other).toMatchObject({ error: pretrained.store.getState().trouble });
    expect(pretrained.store.getState().cached).toHaveLength(2);
  });

  test.each([
    [
      'a text',
      async () => [new File(['no weights'], 'holiday.h5')],
      { code: 'unreadable', file: { code: 'notWeights' } },
    ],
    ['an empty file', async () => [new File([], 'empty.h5')], { code: 'unreadable', file: { code: 'truncated' } }],
    [
      'a model.json without its shard',
      async () => [shards[1]!],
      { code: 'unreadable', file: { code: 'missingShard' } },
    ],
  ] as const)('%s is not kept, and it is said why', async (_, files, trouble) => {
    for (const entry of [null, entryOf(library, id)!]) {
      expect(await pretrained.addFiles(entry, await files())).toMatchObject({ ok: false });
      const said = pretrained.store.getState();
      expect(said).toMatchObject({ cached: [], downloads: {}, trouble });
      for (const language of ['en', 'ko'] as const)
        expect(pretrainedTroubleText(said.trouble!, language)).toMatch(
          /The file was not saved\.$|파일은 저장하지 않았어요\.$/,
        );
    }
  });

  test('a whole file of another model is not kept for an entry', async () => {
    expect(await pretrained.addFiles(entryOf(library, id), shards)).toMatchObject({ ok: false });
    const wider = await fileFor(entryOf(library, 'mobilenet-0.5-128-no-top')!, 'wider.h5');
    expect(await pretrained.addFiles(entryOf(library, id), [wider])).toMatchObject({ ok: false });
    const { trouble, cached } = pretrained.store.getState();
    expect(trouble).toMatchObject({ code: 'otherModel', id, name: 'wider.h5', needed: 135 });
    expect(pretrainedTroubleText(trouble!, 'en')).toContain('“wider.h5” does not contain mobilenet-0.25-128-no-top');
    expect(cached).toEqual([]);
    expect(await pretrained.addFiles(null, [wider])).toEqual(kept(expect.stringMatching(/^[\da-f]{64}$/)));
  });

  test('shards are kept with their model.json before them', async () => {
    expect(await pretrained.addFiles(null, shards)).toEqual(kept(expect.stringMatching(/^[\da-f]{64}$/)));
    const [weights] = pretrained.store.getState().cached!;
    expect(weights!.files.map(({ name }) => name)).toEqual(['model.json', 'group1-shard1of1.bin']);
  });

  test('a full disk is said and keeps what was there', async () => {
    const page = pageOf(400_000);
    expect(await page.download(entryOf(library, id)!)).toEqual(kept(id));
    expect(await page.addFiles(null, shards)).toMatchObject({ ok: false });
    const bytes = shards.reduce((sum, { size }) => sum + size, 0);
    expect(page.store.getState().trouble).toMatchObject({ code: 'noRoom', id: 'model.json', bytes });
    expect(page.store.getState().cached).toHaveLength(1);
  });
});
