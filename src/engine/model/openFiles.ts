import type { OpenedModel } from '../../formats/saved/readSavedModel';
import { type NamedBlob, isWeightFileError } from '../../formats/weights/weightFile';
import { EngineError, cancelledError } from '../protocol/engineError';
import type { Surroundings } from '../surroundings';

/** Trouble with a file as the page is told it, and that reading was stopped; anything else as it is. */
export function told(error: unknown, stopped: AbortSignal): unknown {
  if (stopped.aborted) return cancelledError();
  return isWeightFileError(error)
    ? new EngineError({ code: 'weightsUnreadable', data: { trouble: error.trouble } })
    : error;
}

/** Opens a file as the surroundings do. Throws `EngineError('weightsUnreadable' | 'cancelled')`. */
export async function openFiles(
  { openSaved }: Pick<Surroundings, 'openSaved'>,
  files: readonly NamedBlob[],
  stopped: AbortSignal,
): Promise<OpenedModel> {
  try {
    if (openSaved) return await openSaved(files, stopped);
    const { readSavedModel } = await import('../../formats/saved/readSavedModel');
    return await readSavedModel(files);
  } catch (error) {
    throw told(error, stopped);
  }
}
