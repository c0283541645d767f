import { type Result, refused } from '../../../document/result';
import type { NamedBlob } from '../../../formats/weights/weightFile';
import type { ImportTrouble } from '../../importer';
import type { OnnxLayers } from '../../onnxLayers';

/** What the worker says, once. */
export type ToldLayers = Result<OnnxLayers, ImportTrouble> | { readonly failed: string };

/** As much of a `Worker` as is used. */
export interface LayersWorker {
  postMessage(files: readonly NamedBlob[], options: { readonly transfer: [] }): void;
  addEventListener(
    type: 'message' | 'error' | 'messageerror',
    heard: (event: { readonly data?: unknown }) => void,
  ): void;
  terminate(): void;
}

const started = (): LayersWorker =>
  new Worker(new URL('./layersWorker.ts', import.meta.url), { type: 'module', name: 'layers' });

/**
 * Reads an ONNX file in a worker of its own, which is ended with the answer and on `signal`, whatever it is doing: then
 * the file is told as unreadable, and whoever gave the signal knows better.
 */
export function layersApart(
  files: readonly NamedBlob[],
  signal?: AbortSignal,
  start: () => LayersWorker = started,
): Promise<Result<OnnxLayers, ImportTrouble>> {
  const file = files[0]?.name ?? '';
  return new Promise((settle, fail) => {
    if (signal?.aborted) {
      settle(refused({ code: 'unreadable', where: null, data: { file } }));
      return;
    }
    const worker = start();
    const end = () => {
      signal?.removeEventListener('abort', stop);
      worker.terminate();
    };
    const stop = () => {
      end();
      settle(refused({ code: 'unreadable', where: null, data: { file } }));
    };
    const died = () => {
      end();
      settle(refused({ code: 'weightFile', where: null, data: { code: 'noReader', name: file } }));
    };
    signal?.addEventListener('abort', stop);
    worker.addEventListener('error', died);
    worker.addEventListener('messageerror', died);
    worker.addEventListener('message', ({ data }) => {
      end();
      const told = data as ToldLayers;
      if ('failed' in told) fail(new Error(told.failed));
      else settle(told);
    });
    // With options: windows and workers take these alike.
    worker.postMessage(files, { transfer: [] });
  });
}
