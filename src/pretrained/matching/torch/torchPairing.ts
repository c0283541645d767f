import type { Step } from '../../../compile/plan';
import type { FileLayer } from '../../../formats/weights/weightFile';
import type { MatchReport } from '../matchReport';
import type { TorchForm } from './torchForms';

/** A layer of the model that has weights. */
export interface Wanted {
  readonly path: string;
  readonly name: string;
  readonly weights: Step['weights'];
  /** Null: PyTorch has no such layer. */
  readonly forms: readonly TorchForm[] | null;
  /** What each of its modules has: the shapes of tensors by name. */
  readonly modules: readonly ReadonlyMap<string, readonly number[]>[];
}

/** Modules of the file by layer: as many as the layer has. */
export type Found = ReadonlyMap<Wanted, readonly FileLayer[]>;

export const shapeIn = ({ tensors }: FileLayer, name: string) => tensors.find((tensor) => tensor.name === name)?.shape;

/** Whether a module has exactly these tensors. */
const fits = (file: FileLayer, shapes: ReadonlyMap<string, readonly number[]>) =>
  file.tensors.length === shapes.size &&
  [...shapes].every(([name, shape]) => shapeIn(file, name)?.join() === shape.join());

/** As a layer is called that was read from code for PyTorch: `features.0` is `features_0`. */
const plain = (name: string) => name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '_');

/** A name may not begin with a number: `0.1` is `conv2d_0_1`. */
export const withoutClass = (name: string) => name.replace(/^[a-z]\w*?_(?=\d)/, '');

/** Modules that are called as the layers; of a layer of several, `name.0` and `name.1`. */
export function byName(
  model: readonly Wanted[],
  file: readonly FileLayer[],
  nameOf: (file: FileLayer) => string,
  ownName: (name: string) => string = (name) => name,
): Found {
  const named = new Map(file.map((layer) => [plain(nameOf(layer)), layer]));
  const found = new Map<Wanted, readonly FileLayer[]>();
  for (const layer of model) {
    const own = layer.modules.map((_, at) =>
      named.get(plain(ownName(layer.modules.length === 1 ? layer.name : `${layer.name}_${at}`))),
    );
    if (own.length > 0 && own.every((each) => each !== undefined)) found.set(layer, own);
  }
  return found;
}

/** One after the other, as far as they fit. */
export function byOrder(model: readonly Wanted[], file: readonly FileLayer[]): Found {
  const found = new Map<Wanted, readonly FileLayer[]>();
  let at = 0;
  for (const layer of model) {
    const own = file.slice(at, at + layer.modules.length);
    const isFit = own.length > 0 && layer.modules.every((module, place) => own[place] && fits(own[place], module));
    if (!isFit) break;
    found.set(layer, own);
    at += own.length;
  }
  return found;
}

/** What a name is but for its numbers, and these. */
const partsOf = (name: string) => ({
  text: name.replaceAll(/\d+/g, '#'),
  numbers: (name.match(/\d+/g) ?? []).map(Number),
});

/** Whether names count on: `features.0`, `features.2`, `features.5`. */
function isCounted(names: readonly string[]): boolean {
  const all = names.map(partsOf);
  return all.every(({ text, numbers }, at) => {
    const before = all[at - 1];
    if (!before) return true;
    const differs = numbers.findIndex((number, place) => number !== before.numbers[place]);
    return text === before.text && differs >= 0 && numbers[differs]! > before.numbers[differs]!;
  });
}

/** Layers that could be taken for each other; in a chain the numbers of their modules say which comes first. */
export function undecidedIn(model: readonly Wanted[], found: Found, isRow: boolean): MatchReport['byOrder'] {
  const groups = new Map<string, Wanted[]>();
  for (const layer of model) {
    if (!found.has(layer)) continue;
    const shapes = layer.modules.map((module) => [...module].map(([name, shape]) => `${name} ${shape.join()}`).join());
    const key = shapes.join(';');
    groups.set(key, [...(groups.get(key) ?? []), layer]);
  }
  const isOpen = (group: readonly Wanted[]) =>
    group.length > 1 && !(isRow && isCounted(group.map((layer) => found.get(layer)![0]!.name)));
  return [...groups.values()].filter(isOpen).map((group) => group.map(({ path }) => path));
}
