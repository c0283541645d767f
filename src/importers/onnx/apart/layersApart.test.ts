import { expect, test } from 'vitest';
import { done } from '../../../document/result';
import { type LayersWorker, layersApart } from './layersApart';

const files = [{ name: 'model.onnx', blob: new Blob(['…']) }];

/** A worker that does nothing by itself. */
class Silent implements LayersWorker {
  readonly heard = new Map<string, (event: { readonly data?: unknown }) => void>();
  asked = 0;
  ended = 0;
  postMessage() {
    this.asked++;
  }
  addEventListener(type: string, heard: (event: { readonly data?: unknown }) => void) {
    this.heard.set(type, heard);
  }
  terminate() {
    this.ended++;
  }
}

test('a worker that never answers is ended by the signal', async () => {
  const worker = new Silent();
  const cancel = new AbortController();
  const read = layersApart(files, cancel.signal, () => worker);
  expect(worker.asked).toBe(1);
  cancel.abort();
  expect(await read).toEqual({ ok: false, error: { code: 'unreadable', where: null, data: { file: 'model.onnx' } } });
  expect(worker.ended).toBe(1);
});

test('nothing is started for a signal that was given already', async () => {
  const read = await layersApart(files, AbortSignal.abort(), () => {
    throw new Error('started');
  });
  expect(read.ok).toBe(false);
});

test('the answer ends the worker; one that dies is told', async () => {
  const worker = new Silent();
  const layers = done({ graph: null, drafts: [], shares: new Map() });
  const read = layersApart(files, undefined, () => worker);
  worker.heard.get('message')!({ data: layers });
  expect(await read).toBe(layers);
  expect(worker.ended).toBe(1);
  const other = new Silent();
  const broken = layersApart(files, undefined, () => other);
  other.heard.get('error')!({});
  expect(await broken).toMatchObject({ error: { data: { code: 'noReader', name: 'model.onnx' } } });
});

test('what nobody expects is no trouble of the file', async () => {
  const worker = new Silent();
  const read = layersApart(files, undefined, () => worker);
  worker.heard.get('message')!({ data: { failed: 'TypeError: x' } });
  await expect(read).rejects.toThrow('TypeError: x');
});
