import { saveModel } from '../../formats/saved/saveModel';
import type { SavedModel } from '../../formats/saved/savedFiles';
import type { SavedFormat } from '../../formats/saved/savedFormat';
import { isKeptRefused } from '../../formats/saved/keptWeights';
import { EngineError, cancelledError } from '../protocol/engineError';
import type { Share } from '../protocol/share';
import { yieldToEventLoop } from '../watch/steps';

interface Writing {
  progress(share: Share): void;
  readonly cancelled: AbortSignal;
}

/** Writes a model, tensor by tensor. Throws `EngineError('cancelled' | 'keptNames')`, `WeightsMismatch`. */
export async function savedModel(model: SavedModel, format: SavedFormat, writing: Writing): Promise<Blob> {
  const total = Object.values(model.weights).reduce((sum, { values }) => sum + values.byteLength, 0);
  let done = 0;
  const wrote = async (bytes: number) => {
    done += bytes;
    writing.progress({ done, total });
    await yieldToEventLoop();
    if (writing.cancelled.aborted) throw cancelledError();
  };
  try {
    return await saveModel(model, format, wrote);
  } catch (error) {
    if (!isKeptRefused(error)) throw error;
    const { layer, className, format: ending, instead } = error;
    throw new EngineError({ code: 'keptNames', data: { layer, className, format: ending, instead } });
  }
}
