import { existsSync, openAsBlob, readdirSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { writtenHdf5 } from '../../formats/saved/hdf5Writer';
import { type Patience, openApart } from '../../formats/weights/reading/openApart';
import type { ReaderWire } from '../../formats/weights/reading/readingProtocol';
import { type NamedBlob, WeightFileError } from '../../formats/weights/weightFile';
import { wholeTensor } from '../../formats/weights/wholeTensor';
import { filesAt } from '../weightPath';
import { openInThread, threadWire } from './openInThread';

const hostile = resolve(import.meta.dirname, '../../../../shared/cases/hostile');
let folder: string;
const values = Float32Array.from({ length: 600_000 }, (_, index) => Math.sin(index));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deepbrick-threads-'));
  vi.stubEnv('TMPDIR', folder);
  const bytes = await writtenHdf5(
    async () => undefined,
    async (writer) => {
      writer.texts('', 'layer_names', ['dense']);
      writer.texts('dense', 'weight_names', ['dense/kernel:0', 'dense/bias:0']);
      await writer.tensor('dense/dense/kernel:0', [6, 100_000], values);
      await writer.tensor('dense/dense/bias:0', [2], new Float32Array([1, 2]));
    },
  );
  writeFileSync(join(folder, 'dense.h5'), bytes);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

async function troubleOf(opening: Promise<unknown>): Promise<unknown> {
  const error: unknown = await opening.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(WeightFileError);
  return (error as WeightFileError).trouble;
}

describe('a thread of its own', () => {
  test('reads as this one does, also a Blob that does not say where it lies, and leaves nothing behind', async () => {
    const path = join(folder, 'dense.h5');
    const kinds: readonly (readonly NamedBlob[])[] = [
      await filesAt(path),
      [{ name: 'dense.h5', blob: await openAsBlob(path) }],
    ];
    for (const files of kinds) {
      const { weights, document } = await openInThread(files);
      expect(document).toBeNull();
      const [kernel, bias] = weights.layers[0]!.tensors;
      const first = kernel!.pieces()[Symbol.asyncIterator]();
      await first.next();
      // Left before its end, as where loading is cancelled.
      await first.return?.();
      const [one, other] = await Promise.all([wholeTensor(kernel!), wholeTensor(bias!)]);
      expect(one).toEqual(values);
      expect([...other]).toEqual([1, 2]);
      weights.close();
      await expect(wholeTensor(bias!)).rejects.toThrow('closed');
    }
    await vi.waitFor(
      () => expect(readdirSync(folder).filter((name) => name.startsWith('deepbrick'))).toEqual([]),
      10_000,
    );
  }, 60_000);

  test.skipIf(!existsSync(hostile))(
    'is ended where reading has no end, and says so',
    async () => {
      const trouble = await troubleOf(openInThread(await filesAt(join(hostile, 'hang1.h5'))));
      expect(trouble).toEqual({ code: 'noAnswer', name: 'hang1.h5', seconds: 1.5 });
    },
    60_000,
  );
});

/** A reader that is what this code is, at the end of the wire. */
const wireTo = (code: string): ReaderWire =>
  threadWire(new Worker(`const { parentPort: port } = require('node:worker_threads'); ${code}`, { eval: true }));

const ready = "port.postMessage({ type: 'ready' });";
const alive = "setInterval(() => port.postMessage({ type: 'alive' }), 20);";
const soon: Patience = { seconds: 0.4, startSeconds: 20 };
const files = [{ name: 'file.h5', blob: new Blob(['?']) }];

describe('a reader', () => {
  test.each([
    ['that falls silent', `${ready} port.on('message', () => { for (;;); });`, { code: 'noAnswer', seconds: 0.4 }],
    ['that dies', `${ready} port.on('message', () => process.exit(1));`, { code: 'truncated' }],
    ['that does not start', "throw new Error('no');", { code: 'noReader' }],
  ])('%s', async (_, code, trouble) => {
    expect(await troubleOf(openApart(wireTo(code), files, undefined, soon))).toEqual({ ...trouble, name: 'file.h5' });
  });

  test('that never begins', async () => {
    const opening = openApart(wireTo('for (;;);'), files, undefined, { startSeconds: 0.3 });
    expect(await troubleOf(opening)).toEqual({ code: 'noReader', name: 'file.h5' });
  });

  test('that takes long but lives is waited for, until it is cancelled', async () => {
    const cancel = new AbortController();
    const opening = openApart(wireTo(`${ready} ${alive}`), files, cancel.signal, soon);
    const early = await Promise.race([
      opening.catch(() => 'ended'),
      new Promise((done) => setTimeout(done, 1000, 'waiting')),
    ]);
    expect(early).toBe('waiting');
    cancel.abort();
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('is not started for what was cancelled before', async () => {
    await expect(openApart(wireTo(ready), files, AbortSignal.abort(), soon)).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
