import type { Plan } from '../compile/plan';
import type { OpenSaved } from '../formats/saved/readSavedModel';
import { type NamedBlob, type WeightFile, WeightFileError } from '../formats/weights/weightFile';
import type { ChosenTrouble } from './chosenTrouble';
import { complete, matchWeights } from './matching/match';

const openHere: OpenSaved = async (files) => (await import('../formats/saved/readSavedModel')).readSavedModel(files);

/**
 * Opens files that somebody chose, and looks for the weights of an architecture in them where `plan` is one; no values
 * are read. Null where they are good. Throws the reason of `signal`.
 */
export async function chosenTrouble(
  files: readonly NamedBlob[],
  plan: Plan | null,
  openSaved: OpenSaved = openHere,
  signal?: AbortSignal,
): Promise<ChosenTrouble | null> {
  let file: WeightFile;
  try {
    file = (await openSaved(files, signal)).weights;
  } catch (error) {
    if (error instanceof WeightFileError) return { code: 'unreadable', file: error.trouble };
    throw error;
  }
  try {
    if (plan === null) return null;
    const match = matchWeights(plan, file);
    if (complete(match)) return null;
    const { loaded, missing, wrongShape } = match.report;
    const example = missing[0] ?? wrongShape[0]?.name ?? match.amid[0] ?? '';
    const needed = loaded.length + missing.length + wrongShape.length;
    return { code: 'otherModel', name: files[0]?.name ?? '', needed, found: loaded.length, example };
  } finally {
    file.close();
  }
}
