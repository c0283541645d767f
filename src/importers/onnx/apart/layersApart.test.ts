import { expect, test } from 'vitest';
import { library } from '../../../../templates/index';
import { compile } from '../../../compile/compile';
import { emptyDocument } from '../../../document/document';
import { done, refused } from '../../../document/result';
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

const graph = { title: 'm' };
const plan = compile(emptyDocument('m'), library);

/** Layers that a worker has read. */
async function layersOf(worker: Silent, signal?: AbortSignal) {
  const read = layersApart(files, signal, () => worker);
  worker.heard.get('message')!({ data: { layers: done({ graph, shares: new Map() }) } });
  const layers = await read;
  if (!layers.ok) throw new Error(layers.error.code);
  return layers.value;
}

test('the worker is there for the weights, and ends when nothing more is wanted', async () => {
  const worker = new Silent();
  const layers = await layersOf(worker);
  expect(layers.graph).toBe(graph);
  expect(worker.ended).toBe(0);
  const weights = layers.weightFiles(plan);
  expect(worker.asked).toBe(2);
  worker.heard.get('message')!({ data: { files: done(null) } });
  expect(await weights).toEqual(done(null));
  layers.end();
  expect(worker.ended).toBe(1);
});

test('a refusal ends the worker', async () => {
  const worker = new Silent();
  const read = layersApart(files, undefined, () => worker);
  const refusal = refused({ code: 'circle', where: 'a', data: {} });
  worker.heard.get('message')!({ data: { layers: refusal } });
  expect(await read).toBe(refusal);
  expect(worker.ended).toBe(1);
});

test('the signal ends it while it writes the weights, and before', async () => {
  const cancel = new AbortController();
  const worker = new Silent();
  const layers = await layersOf(worker, cancel.signal);
  const weights = layers.weightFiles(plan);
  cancel.abort();
  expect(await weights).toMatchObject({ error: { code: 'unreadable' } });
  expect(await layers.weightFiles(plan)).toMatchObject({ error: { code: 'unreadable' } });
  expect(worker.ended).toBe(1);
});

test('one that dies is told', async () => {
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
