import type { FromPhotos, PhotosAnswers, PhotosWorkTrouble, PhotosRequest, ToPhotos } from './photosProtocol';

/** Thrown for a request that the photos' worker could not do. */
export class PhotosError extends Error {
  override readonly name = 'PhotosError';
  constructor(readonly trouble: PhotosWorkTrouble) {
    super(trouble.code);
  }
}

/** Files in one message. */
const atATime = 200;

/** An import with its files in pieces, so that the page can breathe between them. */
async function handOver(request: Of<'import'>, id: number, post: (message: ToPhotos) => void): Promise<void> {
  let from = 0;
  for (; from + atATime < request.files.length; from += atATime) {
    post({ id, type: 'files', files: request.files.slice(from, from + atATime) });
    await new Promise((resolve) => setTimeout(resolve));
  }
  post({ id, ...request, files: request.files.slice(from) });
}

type Of<T extends PhotosRequest['type']> = Extract<PhotosRequest, { type: T }>;

export interface PhotosClient {
  /** Rejects with `PhotosError`. */
  ask<T extends PhotosRequest['type']>(
    request: Of<T>,
    signal?: AbortSignal,
    progress?: (done: number, total: number) => void,
  ): Promise<PhotosAnswers[T]>;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: PhotosError) => void;
  readonly progress: (done: number, total: number) => void;
}

/** Decodes photos beside the page, in a worker of its own; one that crashes (out of memory) is replaced. */
export function createPhotosClient(): PhotosClient {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let next = 1;

  const receive = ({ data }: MessageEvent<FromPhotos>) => {
    const request = waiting.get(data.id);
    if (data.type === 'progress') {
      request?.progress(data.done, data.total);
      return;
    }
    waiting.delete(data.id);
    if (data.type === 'done') request?.resolve(data.answer as never);
    else request?.reject(new PhotosError(data.trouble));
  };
  const start = () => {
    const fresh = new Worker(new URL('./photosWorker.ts', import.meta.url), { type: 'module', name: 'photos' });
    fresh.addEventListener('message', receive);
    fresh.addEventListener('error', ({ message }) => {
      fresh.terminate();
      if (worker === fresh) worker = null;
      for (const { reject } of waiting.values()) reject(new PhotosError({ code: 'failed', detail: message ?? '' }));
      waiting.clear();
    });
    return fresh;
  };

  return {
    ask: (request, signal, progress = () => undefined) =>
      new Promise((resolve, reject) => {
        const id = next++;
        const port = (worker ??= start());
        const post = (message: ToPhotos) => port.postMessage(message);
        waiting.set(id, { resolve, reject, progress });
        signal?.addEventListener('abort', () => post({ id, type: 'cancel' }), { once: true });
        const whole: PhotosRequest = request;
        if (whole.type !== 'import') post({ id, ...whole });
        else {
          void handOver(whole, id, post).then(() => {
            // Cancelled before the worker knew of it.
            if (signal?.aborted) post({ id, type: 'cancel' });
          });
        }
      }),
  };
}
