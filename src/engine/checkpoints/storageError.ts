import { type Checkpoint, bytesOf } from './checkpoint';
import { engineTroubleOf } from '../protocol/engineError';
import type { EngineTrouble } from '../protocol/engineTrouble';

/** What kept a checkpoint from being saved. */
export function storageError(error: unknown, checkpoint: Checkpoint): EngineTrouble {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') {
    return { code: 'storageFull', data: { needed: bytesOf(checkpoint) } } as const;
  }
  return engineTroubleOf(error);
}
