import type { Plan, WeightsFrom } from '../../compile/plan';
import { type NamedBlob, WeightFileError } from '../../formats/weights/weightFile';
import type { WeightTensors } from '../../formats/weights/weightTensors';
import { engineTroubleText } from '../../i18n/troubles/engineTrouble';
import { weightFileText } from '../../i18n/troubles/weightFiles';
import { complete, matchWeights, matchedWeights } from '../../pretrained/matching/match';
import { refuseByOrder } from '../byOrder';
import { CommandError } from '../commandError';
import { loadEngine, wasmFiles } from '../loadEngine';
import { embeddedWeights, folderCache } from '../ownWeights';
import { openInThread } from '../reading/openInThread';

/** Every weight of the model out of a file; null where the file has not all of them. Throws `WeightFileError`. */
async function whole(
  plan: Plan,
  files: readonly NamedBlob[],
  path: string,
  byOrder: boolean,
): Promise<WeightTensors | null> {
  const { weights: file } = await openInThread(files);
  try {
    const match = matchWeights(plan, file);
    if (!complete(match)) return null;
    refuseByOrder(path, match.report, byOrder);
    return await matchedWeights(match);
  } finally {
    file.close();
  }
}

const startsOf = ({ weightsFrom, steps }: Plan): readonly WeightsFrom[] =>
  [weightsFrom, ...steps.map((step) => step.weightsFrom)].filter((from) => from !== undefined);

/** The files that pretrained weights lie in as this machine has them; null where it has not. Nothing is downloaded. */
async function stored(from: WeightsFrom): Promise<readonly NamedBlob[] | null> {
  if (from.source === 'digits') return embeddedWeights();
  const id = from.entry?.id ?? from.file;
  return id === '' ? null : folderCache().get(id);
}

/** The weights of a fresh model whose pretrained part starts from these files. Throws `CommandError`. */
async function starting(plan: Plan, seed: number, files: (from: WeightsFrom) => Promise<readonly NamedBlob[] | null>) {
  const engine = await loadEngine(() => console.error('Preparing the engine …'));
  const result = await engine.startingWeights({
    plan,
    seed,
    wasmFiles: wasmFiles(),
    weightFile: files,
    openSaved: openInThread,
  });
  if ('error' in result) throw new CommandError(engineTroubleText(result.error, 'en'));
  return result.weights;
}

/**
 * The weights that go into an exported project: those of a file, of the whole model or of its pretrained part, else the
 * pretrained ones that this machine has, with the rest fresh; null where there are none. Throws `CommandError`.
 */
export async function exportedWeights(
  plan: Plan,
  seed: number,
  from: { readonly name: string; readonly files: readonly NamedBlob[] } | null,
  byOrder: boolean,
): Promise<WeightTensors | null> {
  const starts = startsOf(plan);
  try {
    if (from !== null) {
      const { name, files } = from;
      const all = await whole(plan, files, name, byOrder);
      if (all !== null) return all;
      if (starts.length === 0) throw new CommandError(`${name} does not hold all weights of this model.`);
      return await starting(plan, seed, async () => files);
    }
    const found = await Promise.all(starts.map(stored));
    if (starts.length === 0 || found.includes(null)) return null;
    return await starting(plan, seed, stored);
  } catch (error) {
    throw error instanceof WeightFileError ? new CommandError(weightFileText(error.trouble, 'en')) : error;
  }
}

/** What to do where a model starts from pretrained weights that are not here; null where nothing is amiss. */
export function missingAdvice(plan: Plan): string | null {
  const [from] = startsOf(plan);
  if (from === undefined) return null;
  const get = from.entry ? `get them with weights get ${from.entry.id}, or ` : '';
  return `The pretrained weights are not on this machine: the project starts at random. To have them in it, ${get}give --weights <file>, and export again.`;
}

/** What is not trained where only a pretrained part of a model is; null where all of it is. */
export function freshAdvice(plan: Plan): string | null {
  if (plan.weightsFrom !== undefined || startsOf(plan).length === 0) return null;
  const fresh = plan.steps.filter(({ parameters, weightsFrom }) => parameters > 0 && weightsFrom === undefined);
  if (fresh.length === 0) return null;
  const names = fresh.slice(0, 4).map(({ name }) => JSON.stringify(name));
  const more = fresh.length > names.length ? ', …' : '';
  return `Only the pretrained part has learned: ${names.join(', ')}${more} ${fresh.length === 1 ? 'starts' : 'start'} at random. To export a trained model give --weights <file>, or export it in the page after training.`;
}
