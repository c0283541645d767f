import type { Variable } from '@tensorflow/tfjs-core';
import type { NamedArgument } from '../../brick/namedArgument';
import { derivedSeed } from '../../data/random';
import type { RunState } from '../layers/runState';
import type { Constraint, LayersModel } from '../layers/tfjsLayers';
import type { WeightData } from '../protocol/weights';
import { assign } from './assign';
import { initialValues } from './starts/initialValues';

/** A weight of the built model. */
export interface BuiltWeight {
  /** `layer/kernel`; inside a backbone `backbone/layer/kernel`. */
  readonly key: string;
  /** Path of its layer. */
  readonly path: string;
  readonly shape: readonly number[];
  readonly variable: Variable;
  readonly trainable: boolean;
  /** Its layer is frozen: training changes nothing of it, moving averages neither. */
  readonly frozen: boolean;
  readonly initializer: NamedArgument;
  readonly regularizer: NamedArgument | null;
  readonly constraint: Constraint | null;
}

/** A model of tfjs with its weights by key, and the run that its layers draw for: what training needs. */
export interface TrainableModel {
  readonly model: LayersModel;
  readonly weights: readonly BuiltWeight[];
  readonly run: RunState;
}

/**
 * Fresh weights: they depend on the seed and on names and shapes only, so every backend starts with the same. Those in
 * `except` stay as they are.
 */
export function initialise(
  { weights, run }: TrainableModel,
  seed: number,
  except: ReadonlySet<string> = new Set(),
): void {
  run.seed = seed;
  run.step = 0;
  for (const weight of weights) {
    if (except.has(weight.key)) continue;
    assign(weight, initialValues(weight.initializer, weight.shape, derivedSeed(seed, weight.key)));
  }
}

/** Weights by key. Throws when one is missing or has another shape. */
export function setWeights({ weights }: TrainableModel, data: WeightData): void {
  for (const weight of weights) {
    const given = Object.hasOwn(data, weight.key) ? data[weight.key] : undefined;
    if (given?.shape.join() !== weight.shape.join()) {
      throw new Error(`Weight ${weight.key} needs shape ${weight.shape.join()}, not ${given?.shape.join() ?? 'none'}.`);
    }
    assign(weight, given.values);
  }
}

/** A copy of all weights, or of some. */
export async function weightData(
  { weights }: TrainableModel,
  wanted: (weight: BuiltWeight) => boolean = () => true,
): Promise<WeightData> {
  const entries = await Promise.all(
    weights.filter(wanted).map(async ({ key, shape, variable }) => {
      const values = Float32Array.from(await variable.data());
      return [key, { shape, values }] as const;
    }),
  );
  return Object.fromEntries(entries);
}
