import { type Checkpoint, bytesOf } from './checkpoint';
import { errorOf } from '../protocol/failure';
import type { EngineError } from '../protocol/engineError';

/** What kept a checkpoint from being saved. */
export function storageError(error: unknown, checkpoint: Checkpoint): EngineError {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') {
    return { code: 'storageFull', data: { needed: bytesOf(checkpoint) } } as const;
  }
  return errorOf(error);
}
