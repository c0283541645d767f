import { ZipError } from '../../formats/zipEntries';
import type { PhotosAnswers, PhotosWorkTrouble } from './photosProtocol';

/** Why the worker could not do what it was asked: `signal` is the asker's. */
export function troubleOf(error: unknown, signal: AbortSignal): PhotosWorkTrouble {
  if (signal.aborted) return { code: 'cancelled' };
  if (error instanceof ZipError) return { code: 'brokenZip', name: error.message };
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return { code: 'storageFull' };
  return { code: 'failed', detail: error instanceof Error ? error.message : String(error) };
}

/** Buffers of an answer that go over to the page without a copy. */
export function buffersOf(answer: PhotosAnswers[keyof PhotosAnswers]): Transferable[] {
  if (answer instanceof Uint8Array || answer instanceof Float32Array) return [answer.buffer];
  return answer !== null && 'values' in answer ? [answer.values.buffer] : [];
}
