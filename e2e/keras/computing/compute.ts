import { ownWeights } from '../../../src/compile/plan';
import { type Tensor, type Variable, tensor, tidy, variable, variableGrads, zerosLike } from '@tensorflow/tfjs-core';
import type { LayersModel } from '../../../src/engine/layers/tfjsLayers';
import { type BuiltModel, buildModel, disposeModel } from '../../../src/engine/model/model';
import { setWeights } from '../../../src/engine/model/trainableModel';
import { activitiesOf } from '../../../src/engine/training/activitiesOf';
import { penalty, withPenalties } from '../../../src/engine/training/penalties';
import type { Case, Computed } from '../cases/case';
import type { Given } from '../cases/given';
import { fitOnce } from './fitOnce';
import { type Packed, drawn, pack, valuesOf } from '../cases/numbers';

const listOf = (value: Tensor | Tensor[]) => (Array.isArray(value) ? value : [value]);

async function packed(tensor: Tensor): Promise<Packed> {
  const values = Float32Array.from(await tensor.data());
  return pack(tensor.shape, values);
}

function living({ plan }: Case, given: Given): BuiltModel {
  const built = buildModel(plan);
  const data = plan.steps.flatMap((step) =>
    ownWeights(step).map(({ name, shape }, index) => {
      const values = valuesOf(given.weights[step.name]![index]!);
      return [`${step.name}/${name}`, { shape, values }] as const;
    }),
  );
  setWeights(built, Object.fromEntries(data));
  return built;
}

function run(model: LayersModel, inputs: readonly Tensor[], training: boolean): Tensor[] {
  const given = inputs.length === 1 ? inputs[0]! : [...inputs];
  return listOf(model.apply(given, { training }) as Tensor | Tensor[]);
}

/** The sum of output · factors over all outputs, and what the regularizers add. */
function loss(built: BuiltModel, given: Given, inputs: readonly Tensor[]): Tensor {
  const { model, regularizers, split } = activitiesOf(built);
  const { outputs, watched } = split(run(model, inputs, given.training));
  const parts = outputs.map((output, index) => {
    const factors = valuesOf({ ...drawn('', output.shape, -1, 1), seed: given.factorSeeds[index]! });
    return output.mul(tensor(factors, output.shape)).sum();
  });
  const activity = regularizers.map((each, index) => penalty(each, watched[index]!).div(watched[index]!.shape[0]!));
  return withPenalties(
    [...parts, ...activity].reduce((sum, part) => sum.add(part)),
    built.weights,
  );
}

function gradients(built: BuiltModel, given: Given, inputs: readonly Variable[]): Map<Variable, Tensor> {
  const trained = built.weights.filter(({ trainable }) => trainable).map((weight) => weight.variable);
  const smooth = inputs.filter((_, index) => !given.inputs[index]!.whole);
  const all = [...trained, ...smooth];
  if (all.length === 0) {
    loss(built, given, inputs);
    return new Map();
  }
  const { grads } = variableGrads(() => loss(built, given, inputs) as never, all);
  return new Map(all.map((one) => [one, grads[one.name] ?? zerosLike(one)]));
}

/** By layer, in the order of the plan's weights. */
async function byLayer<T>(built: BuiltModel, of: (index: number) => Promise<T>): Promise<Record<string, T[]>> {
  const layers: Record<string, T[]> = {};
  let index = 0;
  for (const { name, weights, sharesWith } of built.plan.steps) {
    if (sharesWith !== undefined) continue;
    layers[name] = [];
    for (const _ of weights) layers[name].push(await of(index++));
  }
  return layers;
}

async function fitted(one: Case, given: Given): Promise<Pick<Computed, 'fitted'>> {
  if (one.fit === null) return {};
  const built = living(one, given);
  const loss = await fitOnce(built, one.fit);
  const weights = await byLayer(built, (index) => packed(built.weights[index]!.variable));
  disposeModel(built);
  return { fitted: { loss: pack([1], Float32Array.of(loss)), weights } };
}

/** Forward outputs, one training step's gradients, and what it leaves behind, on the backend in use. */
export async function compute(one: Case): Promise<Computed> {
  const given = one.given!;
  const inputs = given.inputs.map((input) => variable(tensor(valuesOf(input), [...input.shape])));
  // A layer with a state between batches starts without one each time.
  const looking = living(one, given);
  const seen = tidy(() => run(looking.model, inputs, false));
  const outputs = await Promise.all(seen.map(packed));
  for (const output of seen) output.dispose();
  disposeModel(looking);

  const built = living(one, given);
  const results = new Map<Variable, Tensor>();
  tidy(() => {
    for (const [of, gradient] of gradients(built, given, inputs)) results.set(of, gradient);
    return [...results.values()];
  });
  const weights = await byLayer(built, (index) => {
    const { variable: weight } = built.weights[index]!;
    return packed(results.get(weight) ?? weight);
  });
  const constrained = await byLayer(built, async (index) => {
    const { constraint } = built.weights[index]!;
    if (constraint === null) return null;
    // Five times as large, so that no constraint is met already.
    const values = valuesOf(Object.values(given.weights).flat()[index]!).map((value) => 5 * value);
    const held = tidy(() => constraint.apply(tensor(values, [...built.weights[index]!.shape])));
    const result = await packed(held);
    held.dispose();
    return result;
  });
  const inputGradients: (Packed | null)[] = [];
  for (const input of inputs) {
    const gradient = results.get(input);
    inputGradients.push(gradient ? await packed(gradient) : null);
  }
  for (const result of results.values()) result.dispose();
  for (const input of inputs) input.dispose();
  disposeModel(built);
  return { outputs, inputGradients, weights, constrained, ...(await fitted(one, given)) };
}
