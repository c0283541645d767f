import { PhotosError } from '../../data/photos/photosClient';
import type { PhotosTrouble } from './photosState';

/** What an error in reading or keeping photos means; null where somebody has cancelled. */
export function photosTroubleOf(error: unknown): PhotosTrouble | null {
  if (error instanceof PhotosError) return error.trouble.code === 'cancelled' ? null : error.trouble;
  if (error instanceof DOMException && error.name === 'AbortError') return null;
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return { code: 'storageFull' };
  return { code: 'failed', detail: error instanceof Error ? error.message : String(error) };
}
