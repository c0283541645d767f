import type { ModelLayer } from './modelLayers';
import type { StoredLayer } from './storedLayers';

/** Which layer of a file belongs to which of the model. */
export type Pairing = ReadonlyMap<ModelLayer, StoredLayer>;

/** A way to find layers in a file: it says what it can and leaves out the rest. */
export interface Way {
  pair(model: readonly ModelLayer[], file: readonly StoredLayer[]): Pairing;
  /** Where layers are found by their place among others: which others. Null where names say it. */
  readonly amongst: ((layer: ModelLayer) => string) | null;
}

/** The surest first. */
export const ways: readonly Way[] = [
  // The same names at the same depth: a file of this very model.
  {
    pair: (model, file) =>
      joined(
        model,
        named(file),
        ({ path }) => path,
        ({ path }) => path,
      ),
    amongst: null,
  },
  // The same names at another depth: a backbone's file, or one of a model whose backbone is unfolded here.
  {
    pair: (model, file) =>
      joined(
        model,
        named(file),
        ({ name }) => name,
        ({ name }) => name,
      ),
    amongst: null,
  },
  // Names that Keras counted further: `conv2d_94` is the first where nothing is called `conv2d`.
  {
    pair: (model, file) =>
      joined(
        model,
        named(file),
        ...counted(
          model,
          file,
          ({ name }) => name,
          ({ name }) => name,
        ),
      ),
    amongst: ({ name }) => numbered(name).base,
  },
  // A Keras 3 weights file knows classes only: `conv2d_1` is the second Conv2D.
  {
    pair: (model, file) =>
      joined(
        model,
        file,
        ...counted(
          model,
          file,
          ({ kind }) => kind,
          ({ name, counted: key }) => key ?? name,
        ),
      ),
    amongst: ({ kind }) => kind,
  },
  // One after the other, as Keras does by default, as long as all shapes agree.
  {
    pair: (model, file) => {
      const length = Math.min(model.length, file.length);
      const pairs = model.slice(0, length).map((layer, index) => [layer, file[index]!] as const);
      return new Map(pairs.every(([layer, stored]) => sameShapes(layer, stored)) ? pairs : []);
    },
    amongst: () => '',
  },
];

/** How many of them, the first, go by names: what they find in a file that does not fit is worth telling. */
export const nameWays = 3;

const named = (file: readonly StoredLayer[]) => file.filter(({ nameless }) => !nameless);

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
  storedName: (layer: StoredLayer) => string,
): [(layer: ModelLayer) => string, (layer: StoredLayer) => string] {
  const inModel = ranks(model, nameOf);
  const inFile = ranks(file, storedName);
  return [(layer) => inModel.get(layer)!, (layer) => inFile.get(layer)!];
}

function ranks<T>(layers: readonly T[], nameOf: (layer: T) => string): ReadonlyMap<T, string> {
  const keys = new Map<T, string>();
  const numbers = layers.map((layer) => ({ layer, ...numbered(nameOf(layer)) }));
  for (const [base, group] of grouped(numbers, (entry) => entry.base)) {
    group.toSorted((a, b) => a.number - b.number).forEach(({ layer }, rank) => keys.set(layer, `${base}#${rank}`));
  }
  return keys;
}

/** `conv2d` and 3 of `conv2d_3`; −1 where there is no number. */
function numbered(name: string): { readonly base: string; readonly number: number } {
  const [number] = /(?<=_)\d+$/.exec(name) ?? [];
  return number === undefined
    ? { base: name, number: -1 }
    : { base: name.slice(0, -number.length - 1), number: Number(number) };
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
