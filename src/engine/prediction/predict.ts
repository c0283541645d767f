import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import type { Guard } from '../backend/guard';
import { forget } from '../model/resetStates';
import type { BuiltModel } from '../model/model';
import type { Activation, Prediction } from '../protocol/prediction';
import type { Preparation, Sample } from '../protocol/samples';
import { readerOf } from '../model/reader';
import { sampleInputs } from '../input/sampleInputs';

/** Feature maps sent to the page per layer; VGG16's 512 would be 100 MB for one picture. */
export const mostMaps = 64;
/** Numbers sent per layer at most. */
const mostNumbers = 2 ** 20;

/** What the model says about a sample (a picture of any size), with the outputs of the layers asked for. */
export async function predict(
  built: BuiltModel,
  sample: Sample,
  layers: readonly string[],
  guard: Guard,
  preparation?: Preparation,
): Promise<Prediction> {
  const begun = performance.now();
  const { outputs: ends } = built.plan;
  const names = layers.filter((name) => built.outputs.has(name));
  const symbols = names.map((name) => built.outputs.get(name)!);
  // The model's outputs first, then those of the layers.
  const read = readerOf(built.model.inputs, [...built.model.outputs, ...symbols]);
  forget(built);
  const tensors = tidy(() =>
    read(sampleInputs(built, [sample], preparation), false).map((output, index) => {
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

/** The first maps only, and smaller where the maps are still too many numbers. */
function limited(output: Tensor): Tensor {
  const channels = output.shape.at(-1) ?? 1;
  const others = output.size / channels;
  const kept = Math.max(1, Math.min(channels, mostMaps, Math.floor(mostNumbers / others)));
  if (output.rank < 3 || kept === channels) return output;
  const begin = output.shape.map(() => 0);
  return output.slice(begin, [...output.shape.slice(0, -1), kept]);
}
