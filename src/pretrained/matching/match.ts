import type { Plan } from '../../compile/plan';
import type { FileTensor, WeightFile } from '../../formats/weights/weightFile';
import { wholeTensor } from '../../formats/weights/wholeTensor';
import type { WeightTensors } from '../../formats/weights/weightTensors';
import { type Match, type WeightPair, complete, worth } from './matchOutcome';
import type { MatchReport } from './matchReport';
import { type ModelLayer, modelLayers } from './modelLayers';
import { graphPairing } from './graphPairing';
import { type Pairing, nameWays, ways } from './pairings';
import { type StoredLayer, storedLayers } from './storedLayers';
import { torchMatch } from './torch/torchMatch';
import { undecided } from './undecided';

export { type Match, type WeightPair, complete } from './matchOutcome';

/** The values of all weights that were found, by key. Throws `WeightFileError('truncated')`. */
export async function matchedWeights({ pairs }: Match): Promise<WeightTensors> {
  const weights: Record<string, WeightTensors[string]> = {};
  for (const { key, tensor } of pairs) weights[key] = { shape: tensor.shape, values: await wholeTensor(tensor) };
  return weights;
}

/**
 * Finds the model's weights in a file: by the graph where the file has it and it is the model's, else by Keras's layer
 * names, else by order, and then says what that does not tell. Reads no values and changes nothing: the caller puts `pairs`
 * into the model, all or none. `plan` is a model's, or a backbone's own with keys from its inside.
 */
export function matchWeights(
  plan: Plan,
  file: Pick<WeightFile, 'layers' | 'format'> & Partial<Pick<WeightFile, 'config'>>,
): Match {
  if (file.format === 'torch') return torchMatch(plan, file.layers);
  const model = modelLayers(plan);
  const inOrder = ordered.has(file.format);
  const graph = graphPairing(plan, model, { ...file, config: file.config ?? null });
  if (graph !== null) {
    const match = matched(model, graph.stored, graph.pairing, inOrder, graph.undecided);
    if (complete(match)) return match;
  }
  const stored = storedLayers(file.layers, new Set(model.map(({ name }) => name)));
  const matches = ways.map(({ pair, amongst }) => {
    const pairing = pair(model, stored);
    return matched(model, stored, pairing, inOrder, amongst === null ? [] : undecided(pairing, amongst));
  });
  const byName = matches.slice(0, nameWays);
  return matches.find(complete) ?? byName.reduce((best, other) => (worth(other) > worth(best) ? other : best));
}

/** Formats that keep layers in the model's order; the others may sort them otherwise. */
const ordered: ReadonlySet<WeightFile['format']> = new Set(['kerasH5', 'kerasModelH5']);

function matched(
  model: readonly ModelLayer[],
  file: readonly StoredLayer[],
  pairing: Pairing,
  inOrder: boolean,
  byOrder: MatchReport['byOrder'],
): Match {
  const loaded: string[] = [];
  const missing: string[] = [];
  const wrongShape: MatchReport['wrongShape'][number][] = [];
  const pairs: WeightPair[] = [];
  const used = new Set<FileTensor>();
  for (const layer of model) {
    const tensors = tensorsFor(layer, pairing.get(layer)?.tensors ?? []);
    layer.weights.forEach(({ key, shape }, index) => {
      const tensor = tensors[index];
      if (tensor === undefined) return void missing.push(key);
      used.add(tensor);
      if (tensor.shape.join() !== shape.join()) {
        wrongShape.push({ name: key, expected: shape, got: tensor.shape });
        return;
      }
      loaded.push(key);
      pairs.push({ key, tensor });
    });
  }
  const extra = file.flatMap((layer) => unused(layer, used));
  return { report: { loaded, missing, extra, byOrder, wrongShape }, pairs, amid: amidOf(file, pairing, used, inOrder) };
}

const unused = ({ path, tensors }: StoredLayer, used: ReadonlySet<FileTensor>) =>
  tensors.filter((tensor) => !used.has(tensor)).map((tensor) => `${path}/${bareName(tensor)}`);

/** Where the order is not the model's, two convolutions left over tell: a top has one at most. */
function amidOf(file: readonly StoredLayer[], pairing: Pairing, used: ReadonlySet<FileTensor>, inOrder: boolean) {
  const taken = new Set(pairing.values());
  const last = file.findLastIndex((layer) => taken.has(layer));
  const left = file.filter((layer) => !taken.has(layer) && layer.tensors.some(({ shape }) => shape.length === 4));
  const foreign = new Set(inOrder ? file.slice(0, Math.max(0, last)) : left.length > 1 ? left : []);
  return file.filter((layer) => taken.has(layer) || foreign.has(layer)).flatMap((layer) => unused(layer, used));
}

/** `kernel` of `conv1/kernel:0`. */
const bareName = ({ name }: FileTensor) => name.split('/').at(-1)!.replace(/:\d+$/, '');

const camelCase = (name: string) => name.replace(/_+([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The tensor of each weight of a layer: by name where the names are the model's, else by Keras's order. */
function tensorsFor({ weights }: ModelLayer, tensors: readonly FileTensor[]): readonly (FileTensor | undefined)[] {
  const named = new Map(tensors.map((tensor) => [camelCase(bareName(tensor)), tensor]));
  const found = weights.map(({ name }) => named.get(name));
  if (found.every((tensor) => tensor !== undefined) || weights.length !== tensors.length) return found;
  return tensors;
}
