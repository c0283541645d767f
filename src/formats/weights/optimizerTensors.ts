import type { Hdf5File } from './hdf5File';
import type { FileLayer } from './weightFile';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Class of the optimizer in `compile_config` or `training_config`; null where none is said. */
function classIn(training: unknown): string | null {
  if (!isObject(training)) return null;
  const optimizer = training['optimizer'] ?? training['optimizer_config'];
  const name = isObject(optimizer) ? optimizer['class_name'] : optimizer;
  return typeof name === 'string' ? name.replace(/^.*>/, '') : null;
}

const inOrder = new Intl.Collator('en', { numeric: true });

/** What Keras 3 keeps of the optimizer in `.keras` and `.weights.h5`: steps, learning rate, then its slots. */
export function optimizerVariables(file: Hdf5File, training: unknown): { readonly optimizer?: FileLayer } {
  const base = ['optimizer/vars', 'optimizer\\vars'].find((path) => file.children(path).length > 0);
  if (base === undefined) return {};
  const name = classIn(training) ?? file.text(base, 'name');
  if (name === null) return {};
  const names = [...file.children(base)].toSorted(inOrder.compare);
  const tensors = names.map((each) => file.tensor(`${base}/${each}`, each));
  return { optimizer: { name, tensors, layers: [] } };
}

/** What the legacy layout keeps of the optimizer: a list of names, with the steps first. */
export function optimizerWeights(file: Hdf5File, training: unknown): { readonly optimizer?: FileLayer } {
  const names = file.texts('optimizer_weights', 'weight_names') ?? [];
  const name = classIn(training);
  if (name === null || names.length === 0) return {};
  const tensors = names.map((each) => file.tensor(`optimizer_weights/${each}`, each));
  return { optimizer: { name, tensors, layers: [] } };
}
