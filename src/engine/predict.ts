import { type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { fitted } from '../data/picture';
import { EngineFailure } from './failure';
import type { Guard } from './guard';
import { model, type SymbolicTensor } from './layers/tfjsLayers';
import type { BuiltModel } from './model';
import type { Activation, Picture, Prediction } from './protocol';

/** Feature maps sent to the page per layer; VGG16's 512 would be 100 MB for one picture. */
export const mostMaps = 64;
/** Numbers sent per layer at most. */
const mostNumbers = 2 ** 20;

/** Height, width and channels the model's input takes; a row of values takes a square grey picture of as many cells. */
function inputShape({ plan }: BuiltModel, picture: Picture): readonly [number, number, number] {
  const { shape } = plan.steps.find(({ name }) => name === plan.inputs[0])!;
  if (shape.length === 3) return [shape[0] ?? picture.height, shape[1] ?? picture.width, shape[2] ?? picture.channels];
  const side = Math.sqrt(shape[0] ?? picture.width * picture.height);
  if (shape.length === 1 && Number.isInteger(side)) return [side, side, 1];
  const got = [picture.height, picture.width, picture.channels];
  throw new EngineFailure({ code: 'dataMismatch', data: { expected: shape, got, what: 'input' } });
}

/** What the model says about a picture of any size, with the outputs of the layers asked for. */
export async function predict(
  built: BuiltModel,
  picture: Picture,
  layers: readonly string[],
  guard: Guard,
): Promise<Prediction> {
  const begun = performance.now();
  const shape = inputShape(built, picture);
  const names = layers.filter((name) => built.outputs.has(name));
  const outputs = names.map((name) => built.outputs.get(name)!);
  const values = fitted(picture, shape).map((value) => value / 255);
  const tensors = tidy(() => {
    const isRow = built.model.inputs[0]!.shape.length === 2;
    const x = tensor(values, [1, ...(isRow ? [values.length] : shape)]);
    return forward(built, outputs, x).map((output, index) => (index === 0 ? output : limited(output)));
  });
  try {
    const [result, ...maps] = await guard.watch(Promise.all(tensors.map((output) => output.data<'float32'>())));
    const activations: Activation[] = maps.map((map, index) => ({
      layer: names[index]!,
      shape: tensors[index + 1]!.shape.slice(1),
      values: Float32Array.from(map),
    }));
    return { values: Float32Array.from(result!), activations, milliseconds: performance.now() - begun };
  } finally {
    for (const output of tensors) output.dispose();
  }
}

/** The model's output first, then those of the layers. The model made for it shares all layers and owns no tensor. */
function forward(built: BuiltModel, outputs: readonly SymbolicTensor[], x: Tensor): Tensor[] {
  const wanted = [built.model.outputs[0]!, ...outputs];
  const computed = [...new Set(wanted)].filter((symbol) => symbol !== built.model.inputs[0]);
  const results = model({ inputs: built.model.inputs, outputs: computed }).apply(x, { training: false });
  const tensors = Array.isArray(results) ? (results as Tensor[]) : [results as Tensor];
  return wanted.map((symbol) => (tensors[computed.indexOf(symbol)] ?? x).clone());
}

/** The first maps only, and smaller where the maps are still too many numbers. */
function limited(output: Tensor): Tensor {
  const channels = output.shape.at(-1) ?? 1;
  const others = output.size / channels;
  const kept = Math.max(1, Math.min(channels, mostMaps, Math.floor(mostNumbers / others)));
  if (output.rank < 3 || kept === channels) return output;
  const begin = output.shape.map(() => 0);
  return output.slice(begin, [...output.shape.slice(0, -1), kept]);
}
