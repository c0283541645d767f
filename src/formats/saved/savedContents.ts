import type { ModelAbout } from '../weights/weightFile';
import type { OpenSaved } from './readSavedModel';
import type { NamedBlob } from '../weights/weightFile';

/** What a saved model says of itself besides its weights. */
export interface SavedContents {
  /** The text of the document that DeepBrick wrote into it; null in a file of another program. */
  readonly document: string | null;
  /** The model's configuration as the file has it; null where there is none. */
  readonly config: unknown;
  readonly about: ModelAbout | null;
  readonly hasWeights: boolean;
}

/** Reads what a file says of itself. Throws `WeightFileError`, or the reason of `signal`. */
export async function savedContents(
  open: OpenSaved,
  files: readonly NamedBlob[],
  signal?: AbortSignal,
): Promise<SavedContents> {
  const { document, weights } = await open(files, signal);
  weights.close();
  const { config, about = null, layers } = weights;
  return { document, config, about, hasWeights: layers.length > 0 };
}
