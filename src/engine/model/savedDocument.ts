import type { NamedBlob } from '../../formats/weights/weightFile';
import type { Surroundings } from '../surroundings';
import { openFiles } from './openFiles';

/**
 * The text of the document that DeepBrick wrote into a saved model; null in a file of another program. Here rather than in
 * the page: only a worker can read a large file where it lies. Throws `EngineError('weightsUnreadable' | 'cancelled')`.
 */
export async function savedDocument(
  surroundings: Surroundings,
  files: readonly NamedBlob[],
  stopped: AbortSignal,
): Promise<string | null> {
  const { document, weights } = await openFiles(surroundings, files, stopped);
  weights.close();
  return document;
}
