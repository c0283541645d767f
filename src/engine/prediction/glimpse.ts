import { type Tensor, stridedSlice, tidy } from '@tensorflow/tfjs-core';
import type { Guard } from '../backend/guard';
import { sampleInputs } from '../input/sampleInputs';
import { forget } from '../model/resetStates';
import type { BuiltModel } from '../model/model';
import { readerOf } from '../model/reader';
import type { Activation, Glimpse, Histogram } from '../protocol/prediction';
import type { Preparation, Sample } from '../protocol/samples';

/** Feature maps of a layer, and cells of each side: what is seen on a brick. */
const [mostMaps, mostCells] = [4, 32];
/** So many weights of a layer, spread over all of them, say how they lie. */
const mostWeights = 2048;
const bins = 24;

interface Asked {
  readonly sample: Sample | null;
  readonly layers: readonly string[];
  readonly preparation?: Preparation | undefined;
}

/** What some layers make of a sample (of shapes up to `[32, 32, 4]`), and how their weights lie; layers that are not there are left out. */
export async function glimpse(
  built: BuiltModel,
  { sample, layers, preparation }: Asked,
  guard: Guard,
): Promise<Glimpse> {
  const begun = performance.now();
  const names = layers.filter((name) => built.outputs.has(name));
  const maps = sample === null ? [] : mapsOf(built, names, sample, preparation);
  const weighted = layers.flatMap((path) => built.weights.find((weight) => weight.path === path) ?? []);
  const some = weighted.map(({ variable }) => tidy(() => spread(variable)));
  try {
    const read = (tensors: readonly Tensor[]) =>
      guard.watch(Promise.all(tensors.map((tensor) => tensor.data<'float32'>())));
    const [cells, weights] = [await read(maps), await read(some)];
    return {
      activations: maps.map(({ shape }, index): Activation => ({
        layer: names[index]!,
        shape: shape.slice(1),
        values: Float32Array.from(cells[index]!),
      })),
      histograms: weighted.map(({ path }, index) => histogram(path, weights[index]!)),
      milliseconds: performance.now() - begun,
    };
  } finally {
    for (const tensor of [...maps, ...some]) tensor.dispose();
  }
}

function mapsOf(built: BuiltModel, names: readonly string[], sample: Sample, preparation?: Preparation): Tensor[] {
  const symbols = names.map((name) => built.outputs.get(name)!);
  const read = readerOf(built.model.inputs, symbols);
  forget(built);
  return tidy(() => read(sampleInputs(built, [sample], preparation), false).map(small));
}

/** The first sample, the first maps, and every so many-th cell of their sides. */
function small(output: Tensor): Tensor {
  const { shape, rank } = output;
  const sides = shape.slice(1).map((size, axis) => {
    const maps = rank === 4 && axis === rank - 2;
    return {
      size: maps ? Math.min(size, mostMaps) : size,
      step: rank === 4 && !maps ? Math.ceil(size / mostCells) : 1,
    };
  });
  const begin = shape.map(() => 0);
  const end = [1, ...sides.map(({ size }) => size)];
  return stridedSlice(output, begin, end, [1, ...sides.map(({ step }) => step)]);
}

function spread(weight: Tensor): Tensor {
  const flat = weight.reshape([weight.size]);
  return stridedSlice(flat, [0], [weight.size], [Math.ceil(weight.size / mostWeights)]);
}

/** Values that are no numbers are in no bin. */
export function histogram(layer: string, values: Float32Array): Histogram {
  const finite = values.filter((value) => Number.isFinite(value));
  const [least, most] = finite.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
  const counts = Array.from({ length: bins }, () => 0);
  const width = (most - least) / bins;
  for (const value of finite) counts[width > 0 ? Math.min(bins - 1, Math.floor((value - least) / width)) : 0]!++;
  return finite.length === 0 ? { layer, least: 0, most: 0, counts } : { layer, least, most, counts };
}
