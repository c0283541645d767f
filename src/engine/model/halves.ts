import { type SymbolicTensor, input } from '../layers/tfjsLayers';
import type { BuiltModel } from './model';

/** A model cut in two; both halves share its layers, so that training one trains the model. */
export interface Halves {
  /** Paths of the layers whose outputs go over the cut, in the plan's order. */
  readonly boundary: readonly string[];
  /** What stands for these outputs in the second half. */
  readonly inputs: readonly SymbolicTensor[];
  /** Outputs of the boundary and of everything behind it, by path. */
  readonly outputs: ReadonlyMap<string, SymbolicTensor>;
}

/** Cuts behind the layers in `before`; `wanted` are the outputs that the second half is for, by path. */
export function halvesOf(
  { flat, layers, outputs: symbols }: BuiltModel,
  before: ReadonlySet<string>,
  wanted: readonly string[] = flat.outputs,
): Halves {
  const needed = new Set(wanted);
  for (const { path, inputs } of flat.steps.toReversed()) {
    if (needed.has(path) && !before.has(path)) for (const name of inputs) needed.add(name);
  }
  const steps = flat.steps.filter(({ path }) => needed.has(path));
  const boundary = steps.map(({ path }) => path).filter((path) => before.has(path));
  const outputs = new Map<string, SymbolicTensor>();
  boundary.forEach((path, index) => {
    const { shape, dtype } = symbols.get(path)!;
    outputs.set(path, input({ batchShape: [...shape], dtype, name: `cut_${index}` }));
  });
  for (const { path, inputs } of steps) {
    if (before.has(path)) continue;
    const below = inputs.map((name) => outputs.get(name)!);
    outputs.set(path, layers.get(path)!.apply(below.length === 1 ? below[0]! : below) as SymbolicTensor);
  }
  return { boundary, inputs: boundary.map((path) => outputs.get(path)!), outputs };
}
