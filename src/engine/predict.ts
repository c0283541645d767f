import { type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import type { Shape } from '../brick/shape';
import { fixedBatch } from '../compile/stateful';
import { type Source, batchValues } from '../data/batches';
import { sampleShape } from '../data/sampleShape';
import { fitted } from '../data/picture';
import { EngineFailure } from './failure';
import type { Guard } from './guard';
import { model, type SymbolicTensor } from './layers/tfjsLayers';
import { forget } from './memory';
import type { BuiltModel } from './model';
import type { Activation, Prediction, Sample } from './protocol';

/** Feature maps sent to the page per layer; VGG16's 512 would be 100 MB for one picture. */
export const mostMaps = 64;
/** Numbers sent per layer at most. */
const mostNumbers = 2 ** 20;

/** A picture, or the values as they are. */
function sourceOf(sample: Sample): Source {
  if ('kind' in sample) return sample;
  const { width, height, channels, values } = sample;
  return { kind: 'images', shape: [height, width, channels], values };
}

/** A row of values takes a square grey picture of as many cells, whatever size the picture had. */
function squared(source: Source, input: Shape): Source {
  const side = Math.sqrt(input[0] ?? 0);
  if (source.kind !== 'images' || input.length !== 1 || !Number.isInteger(side) || side === 0) return source;
  if (sampleShape(source, input) !== null) return source;
  const [height = 1, width = 1, channels = 1] = source.shape;
  const values = fitted({ width, height, channels, values: source.values }, [side, side, 1]);
  return { kind: 'images', shape: [side, side, 1], values };
}

/** The sample as every input takes it; a model with batches of a fixed size gets it as often. */
function inputsOf({ plan }: BuiltModel, sample: Sample): Tensor[] {
  const rows = Array.from({ length: fixedBatch(plan) ?? 1 }, () => 0);
  return plan.inputs.map((name) => {
    const expected = plan.steps.find((step) => step.name === name)!.shape;
    const source = squared(sourceOf(sample), expected);
    const shape = sampleShape(source, expected);
    if (shape === null) {
      throw new EngineFailure({ code: 'dataMismatch', data: { expected, got: source.shape, what: 'input' } });
    }
    return tensor(batchValues(source, rows, shape), [rows.length, ...shape]);
  });
}

/** What the model says about a sample (a picture of any size), with the outputs of the layers asked for. */
export async function predict(
  built: BuiltModel,
  sample: Sample,
  layers: readonly string[],
  guard: Guard,
): Promise<Prediction> {
  const begun = performance.now();
  const { outputs: ends } = built.plan;
  const names = layers.filter((name) => built.outputs.has(name));
  const symbols = names.map((name) => built.outputs.get(name)!);
  forget(built);
  const tensors = tidy(() =>
    forward(built, symbols, inputsOf(built, sample)).map((output, index) => {
      const first = output.shape[0] === 1 ? output : output.slice(0, 1);
      return index < ends.length ? first : limited(first);
    }),
  );
  try {
    const values = await guard.watch(Promise.all(tensors.map((output) => output.data<'float32'>())));
    const all = tensors.map(({ shape }, index): Activation => ({
      layer: [...ends, ...names][index]!,
      shape: shape.slice(1),
      values: Float32Array.from(values[index]!),
    }));
    return {
      outputs: all.slice(0, ends.length),
      activations: all.slice(ends.length),
      milliseconds: performance.now() - begun,
    };
  } finally {
    for (const output of tensors) output.dispose();
  }
}

/** The model's outputs first, then those of the layers. The model made for it shares all layers and owns no tensor. */
function forward(built: BuiltModel, layers: readonly SymbolicTensor[], xs: readonly Tensor[]): Tensor[] {
  const { inputs, outputs } = built.model;
  const wanted = [...outputs, ...layers];
  const computed = [...new Set(wanted)].filter((symbol) => !inputs.includes(symbol));
  const results = model({ inputs, outputs: computed }).apply(xs.length === 1 ? xs[0]! : [...xs], { training: false });
  const tensors = Array.isArray(results) ? (results as Tensor[]) : [results as Tensor];
  return wanted.map((symbol) => (tensors[computed.indexOf(symbol)] ?? xs[inputs.indexOf(symbol)]!).clone());
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
