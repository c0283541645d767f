import { preprocessingFor } from '../../compile/plan';
import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import type { Shape } from '../../brick/shape';
import { fixedBatch } from '../../compile/stateful';
import { type Source, batchValues } from '../../data/batches';
import { fitted } from '../../data/picture';
import { resizeInto } from '../../data/photos/resize';
import { sampleShape } from '../../data/sampleShape';
import { EngineError } from '../protocol/engineError';
import type { BuiltModel } from '../model/model';
import { refuseUnfitSizes } from './unfitSizes';
import { preparerOf } from './prepare';
import type { Preparation, Sample } from '../protocol/samples';

const unprepared: Preparation = { preprocessing: 'auto', interpolation: null };

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

/** A photo in the size and channels of the input, as a dataset of photos gets them. */
function scaled(source: Source, shape: readonly number[], { interpolation }: Preparation): Source {
  if (source.kind !== 'images' || shape.length !== 3 || interpolation === null) return source;
  const [height = 1, width = 1, channels = 1] = source.shape;
  if (shape.every((size, axis) => size === source.shape[axis])) return source;
  const byte = (at: number) => Math.min(255, Math.max(0, Math.round(source.values[at]!)));
  const row = (y: number) =>
    Uint8Array.from({ length: width * 4 }, (_, at) => {
      const pixel = (y * width + Math.floor(at / 4)) * channels;
      return at % 4 === 3 ? 255 : byte(pixel + (channels < 3 ? 0 : at % 4));
    });
  const values = new Uint8Array(shape[0]! * shape[1]! * shape[2]!);
  resizeInto(values, { width, height, row }, [shape[0]!, shape[1]!, shape[2]!], interpolation);
  return { kind: 'images', shape, values };
}

/** One sample as an input of this shape takes it. Throws `EngineError('dataMismatch')`. */
function rowOf(plan: BuiltModel['plan'], sample: Sample, expected: Shape, preparation: Preparation) {
  const source = squared(sourceOf(sample), expected);
  const shape = sampleShape(source, expected);
  if (shape === null) {
    throw new EngineError({ code: 'dataMismatch', data: { expected, got: source.shape, what: 'input' } });
  }
  const prepare = preparerOf(preprocessingFor(plan, preparation.preprocessing));
  return { shape, values: batchValues(scaled(source, shape, preparation), [0], shape, prepare) };
}

/** How many samples go into the model at once: as many as it wants, where its batches have a fixed size. */
export function samplesAtOnce({ plan }: Pick<BuiltModel, 'plan'>, most: number): number {
  return fixedBatch(plan) === null ? most : 1;
}

/**
 * Samples as every input takes them, `[samples, …]` each; the caller disposes them. They must come to the same shape. A
 * model with batches of a fixed size gets the first as often as it wants.
 */
export function sampleInputs(
  built: BuiltModel,
  samples: readonly Sample[],
  preparation: Preparation = unprepared,
): Tensor[] {
  const { plan } = built;
  const fixed = fixedBatch(plan);
  const taken = plan.inputs.map((name) => {
    const expected = plan.steps.find((step) => step.name === name)!.shape;
    return samples.map((sample) => rowOf(plan, sample, expected, preparation));
  });
  refuseUnfitSizes(
    built,
    taken.map(([row]) => row!.shape),
  );
  return taken.map((own) => {
    const rows = fixed === null ? own : Array.from({ length: fixed }, () => own[0]!);
    const [{ shape, values }] = rows as [(typeof rows)[number]];
    const all = new Float32Array(rows.length * values.length);
    rows.forEach((row, index) => all.set(row.values, index * values.length));
    return tensor(all, [rows.length, ...shape]);
  });
}
