import { type SavedContents, savedContents } from '../../formats/saved/savedContents';
import type { NamedBlob } from '../../formats/weights/weightFile';
import type { Surroundings } from '../surroundings';
import { openFiles } from './openFiles';

/**
 * What a saved model says of itself besides its weights. Here rather than in the page: only a worker can read a large file
 * where it lies. Throws `EngineError('weightsUnreadable' | 'cancelled')`.
 */
export function readContents(
  surroundings: Surroundings,
  files: readonly NamedBlob[],
  stopped: AbortSignal,
): Promise<SavedContents> {
  return savedContents((given) => openFiles(surroundings, given, stopped), files);
}
