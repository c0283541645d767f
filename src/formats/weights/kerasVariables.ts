import type { Hdf5File } from './hdf5File';
import type { LayerConfig } from './kerasConfig';
import type { FileLayer, FileTensor, Outline } from './weightFile';

/** A group of the file; Keras on Windows wrote names such as `layers\conv2d`. */
interface Group {
  /** As the file has it. */
  readonly path: string;
  readonly inside: Map<string, Group>;
}

/** States of random generators, optimizers and metrics are no weights. */
const notWeights = /^(seed_generators?|optimizer|_?metrics|compile_metrics|_loss_tracker)$/;

/** Order of weights in layers that have layers of their own; all others stand in their names' order. */
const parts = 'forward_layer backward_layer query_dense key_dense value_dense output_dense'.split(' ');

const inOrder = new Intl.Collator('en', { numeric: true });
const byPart = (a: string, b: string) => {
  const [first, second] = [parts.indexOf(a), parts.indexOf(b)];
  return first !== -1 && second !== -1 ? first - second : inOrder.compare(a, b);
};

function groupAt(file: Hdf5File, path: string): Group {
  const group: Group = { path, inside: new Map() };
  for (const name of file.children(path)) {
    const inner = path === '' ? name : `${path}/${name}`;
    if (notWeights.test(name) || file.isTensor(inner)) continue;
    const words = name.split('\\');
    let around = group;
    for (const word of words.slice(0, -1)) {
      if (!around.inside.has(word)) around.inside.set(word, { path: '', inside: new Map() });
      around = around.inside.get(word)!;
    }
    around.inside.set(words.at(-1)!, groupAt(file, inner));
  }
  return group;
}

/** Name of a class as Keras writes it (keras/src/utils/naming.py): `BatchNormalization` → `batch_normalization`. */
export function kerasSnakeCase(name: string): string {
  return name
    .replace(/\W/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}

/**
 * Keys of layers in a file, by their order in the model: the class's name, then a number (`_save_container_state` in
 * keras/src/saving/saving_lib.py).
 */
export function containerKeys(classNames: readonly string[]): readonly string[] {
  const used = new Map<string, number>();
  return classNames.map((className) => {
    const key = kerasSnakeCase(className);
    const number = used.get(key) ?? 0;
    used.set(key, number + 1);
    return number === 0 ? key : `${key}_${number}`;
  });
}

/**
 * Layers of the layout of Keras 3 (and of 2.12 to 2.15): `layers/conv2d_1/vars/0`, where `conv2d_1` is the second Conv2D
 * of the model, whatever its name. Names come from the file where it has them, else from the model's configuration.
 */
export function kerasVariables(file: Hdf5File, configs: readonly LayerConfig[] | null): readonly FileLayer[] {
  return layersIn(file, groupAt(file, ''), configs);
}

/** Has the file layers in this layout, even if none of them has weights? */
export const hasKerasVariables = (file: Hdf5File) =>
  file.children('').some((name) => /^(layers|_layer_checkpoint_dependencies)(\\|$)/.test(name));

const containerOf = ({ inside }: Group) => inside.get('layers') ?? inside.get('_layer_checkpoint_dependencies');

function layersIn(file: Hdf5File, model: Group, configs: readonly LayerConfig[] | null): readonly FileLayer[] {
  const container = containerOf(model);
  if (!container) return [];
  const keys = containerKeys((configs ?? []).map(({ className }) => className));
  const configOf = new Map(keys.map((key, index) => [key, configs![index]!]));
  const rest = [...container.inside.keys()].filter((key) => !configOf.has(key)).toSorted(inOrder.compare);
  return [...keys, ...rest].flatMap((key): readonly FileLayer[] => {
    const group = container.inside.get(key);
    if (!group) return [];
    const vars = group.inside.get('vars');
    const name = (vars && file.text(vars.path, 'name')) ?? (configOf.get(key)?.name || null);
    const layers = layersIn(file, group, configOf.get(key)?.layers ?? null);
    const tensors = layers.length > 0 ? tensorsOf(file, vars, '') : tensorsIn(file, group, '');
    const named = name === null ? ({ name: key, nameless: true } as const) : { name };
    return tensors.length + layers.length > 0 ? [{ ...named, tensors, layers, counted: key }] : [];
  });
}

/** The layers of a file of weights alone, with those that have none; they are sorted by class, not as the model has them. */
export function kerasVariablesOutline(file: Hdf5File, layers: readonly FileLayer[]): Outline {
  const container = containerOf(groupAt(file, ''));
  const stored = new Map(layers.map((layer) => [layer.counted, layer]));
  const keys = [...(container?.inside.keys() ?? [])].toSorted(inOrder.compare);
  const outlined = keys.map((key) => {
    const { name = key, tensors = [], layers: inside = [] } = stored.get(key) ?? {};
    return {
      name,
      counted: key,
      tensors: tensors.map((tensor) => ({ name: tensor.name, shape: tensor.shape })),
      isModel: inside.length > 0,
    };
  });
  return { layers: outlined, inOrder: false };
}

function tensorsOf(file: Hdf5File, vars: Group | undefined, prefix: string): readonly FileTensor[] {
  if (!vars) return [];
  const names = file.children(vars.path).toSorted(inOrder.compare);
  return names.map((name) => file.tensor(`${vars.path}/${name}`, `${prefix}vars/${name}`));
}

/** All weights of a layer: its own, then those of the cell or the layers that it holds. */
function tensorsIn(file: Hdf5File, { inside }: Group, prefix: string): readonly FileTensor[] {
  const others = [...inside.keys()].filter((name) => name !== 'vars').toSorted(byPart);
  return [
    ...tensorsOf(file, inside.get('vars'), prefix),
    ...others.flatMap((name) => tensorsIn(file, inside.get(name)!, `${prefix}${name}/`)),
  ];
}
