import type { ModelLayer } from './modelLayers';
import type { StoredLayer } from './storedLayers';

/** Which layer of a file belongs to which of the model. */
export type Pairing = ReadonlyMap<ModelLayer, StoredLayer>;

/** Ways to find layers in a file, the surest first; each says what it can and leaves out the rest. */
export const pairings: readonly ((model: readonly ModelLayer[], file: readonly StoredLayer[]) => Pairing)[] = [
  // The same names at the same depth: a file of this very model.
  (model, file) =>
    joined(
      model,
      file,
      ({ path }) => path,
      ({ path }) => path,
    ),
  // The same names at another depth: a backbone's file, or one of a model whose backbone is unfolded here.
  (model, file) =>
    joined(
      model,
      file,
      ({ name }) => name,
      ({ name }) => name,
    ),
  // Names that Keras counted further: `conv2d_94` is the first where nothing is called `conv2d`.
  (model, file) => joined(model, file, ...counted(model, file, ({ name }) => name)),
  // A Keras 3 weights file knows classes only: `conv2d_1` is the second Conv2D.
  (model, file) => joined(model, file, ...counted(model, file, ({ kind }) => kind)),
  // One after the other, as Keras does by default, as long as all shapes agree.
  (model, file) => {
    const length = Math.min(model.length, file.length);
    const pairs = model.slice(0, length).map((layer, index) => [layer, file[index]!] as const);
    return new Map(pairs.every(([layer, stored]) => sameShapes(layer, stored)) ? pairs : []);
  },
];

/** How many of them, the first, go by names: what they find in a file that does not fit is worth telling. */
export const namePairings = 3;

const sameShapes = ({ weights }: ModelLayer, { tensors }: StoredLayer) =>
  weights.map(({ shape }) => shape.join()).join(' ') === tensors.map(({ shape }) => shape.join()).join(' ');

/** Pairs by a key that is borne once on either side. */
function joined(
  model: readonly ModelLayer[],
  file: readonly StoredLayer[],
  modelKey: (layer: ModelLayer) => string,
  fileKey: (layer: StoredLayer) => string,
): Pairing {
  const once = grouped(file, fileKey);
  const pairs = new Map<ModelLayer, StoredLayer>();
  for (const [key, layers] of grouped(model, modelKey)) {
    const stored = once.get(key) ?? [];
    if (layers.length === 1 && stored.length === 1) pairs.set(layers[0]!, stored[0]!);
  }
  return pairs;
}

/** Keys `conv2d#3`: the fourth of those whose name differs by its number only. */
function counted(
  model: readonly ModelLayer[],
  file: readonly StoredLayer[],
  nameOf: (layer: ModelLayer) => string,
): [(layer: ModelLayer) => string, (layer: StoredLayer) => string] {
  const inModel = ranks(model, nameOf);
  const inFile = ranks(file, ({ name }) => name);
  return [(layer) => inModel.get(layer)!, (layer) => inFile.get(layer)!];
}

function ranks<T>(layers: readonly T[], nameOf: (layer: T) => string): ReadonlyMap<T, string> {
  const keys = new Map<T, string>();
  const numbered = layers.map((layer) => {
    const [, base, number] = /^(.*?)(?:_(\d+))?$/.exec(nameOf(layer))!;
    return { layer, base: base!, number: number === undefined ? -1 : Number(number) };
  });
  for (const [base, group] of grouped(numbered, (entry) => entry.base)) {
    group.toSorted((a, b) => a.number - b.number).forEach(({ layer }, rank) => keys.set(layer, `${base}#${rank}`));
  }
  return keys;
}

/** Groups by key, in the order of their first members. */
function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
