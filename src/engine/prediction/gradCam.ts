import { type Tensor, type Tensor4D, grad, tidy } from '@tensorflow/tfjs-core';
import { EngineError } from '../protocol/engineError';
import type { FlatPlan } from '../../compile/frozen/flatPlan';
import type { Guard } from '../backend/guard';
import { halvesOf } from '../model/halves';
import { forget } from '../model/resetStates';
import type { BuiltModel } from '../model/model';
import type { Preparation, Sample } from '../protocol/samples';
import { readerOf } from '../model/reader';
import { sampleInputs } from '../input/sampleInputs';
import type { Heat } from '../protocol/prediction';

/** Layers that a layer's output reaches. */
function behind({ steps }: FlatPlan, path: string): ReadonlySet<string> {
  const reached = new Set([path]);
  for (const step of steps) if (step.inputs.some((name) => reached.has(name))) reached.add(step.path);
  reached.delete(path);
  return reached;
}

/** Score of a class; of a single probability 0 is the class that it speaks against. */
function scoreOf(output: Tensor, classIndex: number): Tensor {
  const [, units] = output.shape as [number, number];
  if (units > 1) return output.slice([0, classIndex], [1, 1]).sum();
  return classIndex === 1 ? output.sum() : output.neg().add(1).sum();
}

const likeliest = (values: Float32Array) =>
  values.length > 1 ? Math.max(0, values.indexOf(Math.max(...values))) : Number(values[0]! >= 0.5);

/** Channels weighted by their mean gradient, what speaks against the class left out, scaled to 0 … 1. */
function heatOf(map: Tensor4D, gradient: Tensor4D): Tensor {
  const weights = gradient.mean([1, 2], true);
  const heat = map.mul(weights).sum(-1).relu();
  return heat.div(heat.max().maximum(1e-12));
}

/**
 * Grad-CAM (Selvaraju et al. 2017), as Keras's example: the gradient of the class's output with respect to a layer's
 * output `[1, height, width, channels]`. Throws `EngineError('notSpatial')` for a layer without such an output.
 */
export async function gradCam(
  built: BuiltModel,
  request: {
    readonly sample: Sample;
    readonly path: string;
    readonly classIndex: number | null;
    readonly preparation?: Preparation;
  },
  guard: Guard,
): Promise<Heat> {
  const { flat, outputs, model } = built;
  const path = flat.ends.get(request.path);
  const after = path === undefined ? new Set<string>() : behind(flat, path);
  const end = flat.outputs.find((output) => after.has(output));
  if (path === undefined || end === undefined || outputs.get(path)!.shape.length !== 4) {
    throw new EngineError({ code: 'notSpatial', data: { layer: request.path } });
  }
  const before = new Set(flat.steps.map((step) => step.path).filter((name) => !after.has(name)));
  const halves = halvesOf(built, before, [end]);
  const first = readerOf(
    model.inputs,
    halves.boundary.map((name) => outputs.get(name)!),
  );
  const second = readerOf(halves.inputs, [halves.outputs.get(end)!]);
  const place = halves.boundary.indexOf(path);
  forget(built);
  const values = tidy(() => first(sampleInputs(built, [request.sample], request.preparation), false));
  try {
    const answer = tidy(() => second(values, false)[0]!);
    const said = Float32Array.from(
      await guard.watch(answer.data<'float32'>()).finally(() => answer.dispose()),
    ).subarray(0, answer.shape[1]);
    const classIndex = request.classIndex ?? likeliest(said);
    forget(built);
    const heat = tidy(() => {
      const score = (map: Tensor) => scoreOf(second(values.with(place, map), false)[0]!, classIndex);
      const map = values[place] as Tensor4D;
      return heatOf(map, grad(score)(map) as Tensor4D);
    });
    const [, height = 1, width = 1] = heat.shape;
    const cells = await guard.watch(heat.data<'float32'>()).finally(() => heat.dispose());
    const score = said.length > 1 || classIndex === 1 ? (said[classIndex] ?? said[0]!) : 1 - said[0]!;
    return { height, width, values: Float32Array.from(cells).subarray(0, height * width), classIndex, score };
  } finally {
    for (const value of values) value.dispose();
  }
}
