import type { Plan } from '../../../compile/plan';
import { type Result, done, refused } from '../../../document/result';
import type { NamedBlob } from '../../../formats/weights/weightFile';
import type { ImportTrouble } from '../../importer';
import type { LayerGraph, OnnxLayers, WeightFiles } from '../../onnxLayers';

/** What the worker is asked: a file first, then the weights of the model that it became. */
export type LayersRequest = { readonly files: readonly NamedBlob[] } | { readonly plan: Plan };

/** What the worker answers. */
export type ToldLayers =
  | { readonly layers: Result<LayerGraph, ImportTrouble> }
  | { readonly files: WeightFiles }
  | { readonly failed: string };

/** As much of a `Worker` as is used. */
export interface LayersWorker {
  postMessage(request: LayersRequest, options: { readonly transfer: [] }): void;
  addEventListener(
    type: 'message' | 'error' | 'messageerror',
    heard: (event: { readonly data?: unknown }) => void,
  ): void;
  terminate(): void;
}

const started = (): LayersWorker =>
  new Worker(new URL('./layersWorker.ts', import.meta.url), { type: 'module', name: 'layers' });

/**
 * Reads an ONNX file in a worker of its own, where its numbers stay until they are in files. The worker is ended with `end`, with
 * a refusal, and on `signal`, whatever it is doing: then the file is told as unreadable, and whoever gave the signal knows better.
 */
export async function layersApart(
  files: readonly NamedBlob[],
  signal?: AbortSignal,
  start: () => LayersWorker = started,
): Promise<Result<OnnxLayers, ImportTrouble>> {
  const file = files[0]?.name ?? '';
  const gone = refused<ImportTrouble>({ code: 'unreadable', where: null, data: { file } });
  if (signal?.aborted) return gone;
  const worker = start();
  /** What came in place of an answer, once; the worker is no more. */
  let ended: ReturnType<typeof refused<ImportTrouble>> | null = null;
  let heard: (told: ToldLayers | typeof gone) => void = () => undefined;
  const endWith = (trouble: typeof gone) => {
    ended ??= trouble;
    signal?.removeEventListener('abort', stop);
    worker.terminate();
    heard(trouble);
  };
  const stop = () => endWith(gone);
  const died = () => endWith(refused({ code: 'weightFile', where: null, data: { code: 'noReader', name: file } }));
  signal?.addEventListener('abort', stop);
  worker.addEventListener('error', died);
  worker.addEventListener('messageerror', died);
  worker.addEventListener('message', ({ data }) => heard(data as ToldLayers));
  const asked = async (request: LayersRequest): Promise<Exclude<ToldLayers, { failed: string }> | typeof gone> => {
    if (ended) return ended;
    const told = await new Promise<ToldLayers | typeof gone>((settle) => {
      heard = settle;
      // With options: windows and workers take these alike.
      worker.postMessage(request, { transfer: [] });
    });
    if (!('failed' in told)) return told;
    endWith(gone);
    throw new Error(told.failed);
  };
  const told = await asked({ files });
  if ('ok' in told) return told;
  if (!('layers' in told)) throw new Error('The worker answered what it was not asked.');
  if (!told.layers.ok) {
    endWith(gone);
    return told.layers;
  }
  return done({
    ...told.layers.value,
    async weightFiles(plan) {
      const written = await asked({ plan });
      if ('ok' in written) return written;
      if (!('files' in written)) throw new Error('The worker answered what it was not asked.');
      return written.files;
    },
    end: stop,
  });
}
