import type { Variable } from '@tensorflow/tfjs-core';
import type { NamedArgument } from '../../brick/namedArgument';
import type { Plan, Step } from '../../compile/plan';
import { type FlatPlan, flatPlan } from '../../compile/frozen/flatPlan';
import { layerOf } from './layerOf';
import { KeptLayer } from '../layers/kept/keptLayer';
import type { RunState } from '../layers/runState';
import { type Constraint, type SymbolicTensor, constraints, input, type layers, model } from '../layers/tfjsLayers';
import type { WeightData } from '../protocol/weights';
import { type BuiltWeight, type TrainableModel, setWeights } from './trainableModel';

/** A plan as a living tfjs model, with its layers and weights by path. */
export interface BuiltModel extends TrainableModel {
  readonly plan: Plan;
  /** Layers of a backbone are layers of the model: it can be cut anywhere. */
  readonly flat: FlatPlan;
  /** By path, a backbone's own path included. */
  readonly outputs: ReadonlyMap<string, SymbolicTensor>;
  readonly layers: ReadonlyMap<string, layers.Layer>;
}

/**
 * Builds the model of a runnable plan. Weights start as zeros: call `initialise` or `setWeights`.
 * Layers get plain names inside tfjs, which does not accept every name a person can give.
 */
export function buildModel(plan: Plan): BuiltModel {
  const run: RunState = { seed: 0, step: 0 };
  const flat = flatPlan(plan);
  const symbols = new Map<string, SymbolicTensor>();
  const made = new Map<string, layers.Layer>();
  const weights: BuiltWeight[] = [];
  flat.steps.forEach(({ path, step, inputs, sharesWith, trainable }, index) => {
    if (inputs.length === 0) {
      symbols.set(path, inputFor(step, `input_${index}`));
      return;
    }
    const below = inputs.map((name) => symbols.get(name)!);
    const name = `layer_${index}`;
    const first = sharesWith === null ? undefined : made.get(sharesWith);
    const fresh = () => (step.call.kept ? new KeptLayer({ ...step, name }) : layerOf(step, name, { label: path, run }));
    const layer = first ?? fresh();
    symbols.set(path, layer.apply(below.length === 1 ? below[0]! : below) as SymbolicTensor);
    made.set(path, layer);
    if (first !== undefined) return;
    layer.trainable = trainable;
    weights.push(...weightsOf(step, layer, path, trainable));
  });
  const outputs = new Map([...flat.ends].map(([path, end]) => [path, symbols.get(end)!]));
  const symbolic = (names: readonly string[]) => names.map((name) => outputs.get(name)!);
  const whole = model({ inputs: symbolic(plan.inputs), outputs: symbolic(plan.outputs) });
  return { plan, flat, model: whole, outputs, layers: made, weights, run };
}

/** Whole numbers come as floats: few layers of tf.layers take others, and an Embedding makes them whole again. */
function inputFor({ shape, call }: Step, name: string): SymbolicTensor {
  const { batchSize } = call.args;
  const batchShape = [typeof batchSize === 'number' ? batchSize : null, ...shape];
  return input({ batchShape, name });
}

function weightsOf(step: Step, layer: layers.Layer, path: string, trained: boolean): BuiltWeight[] {
  return layer.weights.map((variable, index) => {
    const { name, shape, trainable, initializer, regularizer, constraint } = step.weights[index]!;
    return {
      key: `${path}/${name}`,
      path,
      shape,
      variable: variable.read() as Variable,
      trainable: trained && trainable,
      frozen: !trained,
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

/** Frees every tensor of the model. */
export function disposeModel({ model: living, weights }: BuiltModel): void {
  living.dispose();
  for (const { variable } of weights) if (!variable.isDisposed) variable.dispose();
}

/** The same model once more, with these weights. Throws when one is missing or has another shape. */
export function rebuilt({ plan, run }: BuiltModel, weights: WeightData): BuiltModel {
  const fresh = buildModel(plan);
  Object.assign(fresh.run, run);
  try {
    setWeights(fresh, weights);
  } catch (error) {
    disposeModel(fresh);
    throw error;
  }
  return fresh;
}
