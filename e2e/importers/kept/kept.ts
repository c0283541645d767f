import { compile } from '../../../src/compile/compile';
import type { Plan } from '../../../src/compile/plan';
import { isKeptRefused } from '../../../src/formats/saved/keptWeights';
import { readSavedModel } from '../../../src/formats/saved/readSavedModel';
import { savedContents } from '../../../src/formats/saved/savedContents';
import type { SavedFormat } from '../../../src/formats/saved/savedFormat';
import { saveModel } from '../../../src/formats/saved/saveModel';
import type { NamedBlob } from '../../../src/formats/weights/weightFile';
import type { WeightTensors } from '../../../src/formats/weights/weightTensors';
import { importTroubleText } from '../../../src/i18n/troubles/importTrouble';
import { importModel } from '../../../src/importers/importModel';
import type { Document } from '../../../src/document/document';
import { complete, matchWeights, matchedWeights } from '../../../src/pretrained/matching/match';
import { library } from '../../../templates/index';

/** A model of a file, with the values of all its weights. */
export interface Kept {
  readonly document: Document;
  readonly plan: Plan;
  readonly weights: WeightTensors;
}

const readSaved = (files: readonly NamedBlob[]) => savedContents((given) => readSavedModel(given), files);

/** Opens a saved model with its weights. Rejects where it does not open, or some of its weights have no place. */
export async function opened(file: NamedBlob): Promise<Kept> {
  const imported = await importModel(file, library, { readSaved });
  if (!imported.ok) throw new Error(importTroubleText(imported.error, 'en'));
  const { document, weights: files = [file] } = imported.value;
  const plan = compile(document, library);
  const { weights } = await readSavedModel(files);
  const match = matchWeights(plan, weights);
  if (!complete(match) || match.report.extra.length > 0) throw new Error(JSON.stringify(match.report));
  const values = await matchedWeights(match);
  weights.close();
  return { document, plan, weights: values };
}

/** Writes it without our document, as another program has it to read it; null where the format cannot take it. */
export async function written({ plan, weights }: Kept, format: SavedFormat): Promise<Blob | null> {
  try {
    return await saveModel({ plan, weights, document: null }, format);
  } catch (error) {
    if (isKeptRefused(error)) return null;
    throw error;
  }
}
