import { EngineError } from '../protocol/engineError';
import type { BuiltModel } from '../model/model';

type Sizes = readonly number[];

/** What a layer makes of inputs of these shapes; null where it takes none such. */
function shapeBehind(layer: ReturnType<BuiltModel['layers']['get']>, below: readonly number[][]): number[] | null {
  try {
    return layer!.computeOutputShape(below.length === 1 ? below[0]! : [...below]) as number[];
  } catch {
    // TensorFlow.js's way to refuse a shape; the caller says it in words.
    return null;
  }
}

/**
 * Throws `EngineError('dataUnfit')` where inputs of these shapes (without the batch) leave nothing for a layer, or nothing
 * that it takes: an axis that the model leaves open can turn out shorter than a window. TensorFlow.js computes on with
 * negative sizes then.
 */
export function refuseUnfitSizes({ plan, flat, layers }: BuiltModel, given: readonly Sizes[]): void {
  const isOpen = plan.steps.some(({ inputs, shape }) => inputs.length === 0 && shape.includes(null));
  if (!isOpen) return;
  const shapes = new Map(plan.inputs.map((name, port) => [name, [1, ...given[port]!]]));
  for (const { path, inputs } of flat.steps) {
    if (inputs.length === 0) continue;
    const below = inputs.map((name) => shapes.get(name)!);
    const shape = shapeBehind(layers.get(path), below);
    if (shape === null || shape.some((size) => size < 1)) {
      const reason = shape === null ? 'size' : 'short';
      const data = { layer: path, reason, got: below[0]!.slice(1), input: [...given[0]!] } as const;
      throw new EngineError({ code: 'dataUnfit', data });
    }
    shapes.set(path, shape);
  }
}
