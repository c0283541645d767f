import { type Tensor, type Tensor1D, type Variable, tensor } from '@tensorflow/tfjs-core';
import type { NamedArgument } from '../brick/brick';
import type { Plan, Step } from '../compile/plan';
import { derivedSeed } from '../data/random';
import { initialValues } from './initialValues';
import { layerOf } from './layerOf';
import type { RunState } from './layers/runState';
import {
  type Constraint,
  type LayersModel,
  type SymbolicTensor,
  constraints,
  input,
  type layers,
  model,
} from './layers/tfjsLayers';
import type { WeightData } from './protocol';

/** A weight of the built model. */
export interface BuiltWeight {
  /** `layer/kernel`; inside a backbone `backbone/layer/kernel`. */
  readonly key: string;
  readonly shape: readonly number[];
  readonly variable: Variable;
  readonly trainable: boolean;
  readonly initializer: NamedArgument;
  readonly regularizer: NamedArgument | null;
  readonly constraint: Constraint | null;
}

/** A plan as a living tfjs model, with its weights by name. */
export interface BuiltModel {
  readonly plan: Plan;
  readonly model: LayersModel;
  readonly outputs: ReadonlyMap<string, SymbolicTensor>;
  readonly weights: readonly BuiltWeight[];
  readonly run: RunState;
}

/**
 * Builds the model of a runnable plan. Weights start as zeros: call `initialise` or `setWeights`.
 * Layers get plain names inside tfjs, which does not accept every name a person can give.
 */
export function buildModel(plan: Plan): BuiltModel {
  const run: RunState = { seed: 0, step: 0 };
  return { plan, run, ...built(plan, '', true, run) };
}

function built(plan: Plan, prefix: string, trainable: boolean, run: RunState) {
  const outputs = new Map<string, SymbolicTensor>();
  const weights: BuiltWeight[] = [];
  plan.steps.forEach((step, index) => {
    if (step.inputs.length === 0) {
      outputs.set(step.name, inputFor(step, `input_${index}`));
      return;
    }
    const below = step.inputs.map((name) => outputs.get(name)!);
    const trained = trainable && step.trainable;
    const inner = step.nested ? built(step.nested, `${prefix}${step.name}/`, trained, run) : null;
    const layer = inner ? inner.model : layerOf(step, `layer_${index}`, { label: `${prefix}${step.name}`, run });
    outputs.set(step.name, layer.apply(below.length === 1 ? below[0]! : below) as SymbolicTensor);
    layer.trainable = trained;
    weights.push(...(inner ? inner.weights : weightsOf(step, layer, prefix, trained)));
  });
  const symbolic = (names: readonly string[]) => names.map((name) => outputs.get(name)!);
  return { model: model({ inputs: symbolic(plan.inputs), outputs: symbolic(plan.outputs) }), outputs, weights };
}

function inputFor({ shape, call }: Step, name: string): SymbolicTensor {
  const { dtype, batchSize } = call.args;
  const batchShape = [typeof batchSize === 'number' ? batchSize : null, ...shape];
  return input({ batchShape, name, ...(dtype === 'int32' ? { dtype } : {}) });
}

function weightsOf(step: Step, layer: layers.Layer, prefix: string, trained: boolean): BuiltWeight[] {
  return layer.weights.map((variable, index) => {
    const { name, shape, trainable, initializer, regularizer, constraint } = step.weights[index]!;
    return {
      key: `${prefix}${step.name}/${name}`,
      shape,
      variable: variable.read() as Variable,
      trainable: trained && trainable,
      initializer,
      regularizer,
      constraint: constraintOf(constraint),
    };
  });
}

function constraintOf(named: NamedArgument | null): Constraint | null {
  if (named === null) return null;
  const make = (constraints as unknown as Record<string, ((settings: object) => Constraint) | undefined>)[named.name];
  if (make === undefined) throw new Error(`tf.constraints has no ${named.name}.`);
  return make(named.settings);
}

function assign(weight: BuiltWeight, values: Float32Array<ArrayBuffer>): void {
  const fresh: Tensor = tensor(values, [...weight.shape], 'float32');
  weight.variable.assign(fresh as Tensor1D);
  fresh.dispose();
}

/** Fresh weights: they depend on the seed and on names and shapes only, so every backend starts with the same. */
export function initialise({ weights, run }: BuiltModel, seed: number): void {
  run.seed = seed;
  run.step = 0;
  for (const weight of weights) {
    assign(weight, initialValues(weight.initializer, weight.shape, derivedSeed(seed, weight.key)));
  }
}

/** Weights by key. Throws when one is missing or has another shape. */
export function setWeights({ weights }: BuiltModel, data: WeightData): void {
  for (const weight of weights) {
    const given = Object.hasOwn(data, weight.key) ? data[weight.key] : undefined;
    if (given?.shape.join() !== weight.shape.join()) {
      throw new Error(`Weight ${weight.key} needs shape ${weight.shape.join()}, not ${given?.shape.join() ?? 'none'}.`);
    }
    assign(weight, given.values);
  }
}

/** A copy of all weights. */
export async function weightData({ weights }: BuiltModel): Promise<WeightData> {
  const entries = await Promise.all(
    weights.map(async ({ key, shape, variable }) => {
      const values = Float32Array.from(await variable.data());
      return [key, { shape, values }] as const;
    }),
  );
  return Object.fromEntries(entries);
}

/** Frees every tensor of the model. */
export function disposeModel({ model: living, weights }: BuiltModel): void {
  living.dispose();
  for (const { variable } of weights) if (!variable.isDisposed) variable.dispose();
}
