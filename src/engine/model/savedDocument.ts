import type { NamedBlob } from '../../formats/weights/weightFile';
import { told } from './weightFiles';

/**
 * The text of the document that DeepBrick wrote into a saved model; null in a file of another program. Here rather than in
 * the page: only a worker can read a large file where it lies. Throws `EngineError('weightsUnreadable')`.
 */
export async function savedDocument(files: readonly NamedBlob[]): Promise<string | null> {
  const { readSavedModel } = await import('../../formats/saved/readSavedModel');
  try {
    const { document, weights } = await readSavedModel(files);
    weights.close();
    return document;
  } catch (error) {
    throw told(error);
  }
}
