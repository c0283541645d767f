import { saveModel } from '../../formats/saved/saveModel';
import type { SavedModel } from '../../formats/saved/savedFiles';
import type { SavedFormat } from '../../formats/saved/savedFormat';
import { cancelledError } from '../protocol/engineError';
import type { Share } from '../protocol/share';
import { yieldToEventLoop } from '../watch/steps';

interface Writing {
  progress(share: Share): void;
  readonly cancelled: AbortSignal;
}

/** Writes a model, tensor by tensor. Throws `EngineError('cancelled')`, `WeightsMismatch`. */
export async function savedModel(model: SavedModel, format: SavedFormat, writing: Writing): Promise<Blob> {
  const total = Object.values(model.weights).reduce((sum, { values }) => sum + values.byteLength, 0);
  let done = 0;
  return saveModel(model, format, async (bytes) => {
    done += bytes;
    writing.progress({ done, total });
    await yieldToEventLoop();
    if (writing.cancelled.aborted) throw cancelledError();
  });
}
