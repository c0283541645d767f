import { type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { batchValues } from '../../data/batches';
import type { Dataset } from '../../data/dataset';
import type { Feed } from '../../data/compatibility';
import type { Augmentation } from '../../document/augmentation';
import type { Preprocessing } from '../../pretrained/preprocessing';
import type { Activities } from '../training/activities';
import { changeOf, changed } from './augment';
import { preparerOf, prepared } from './prepare';

/** The way that samples take: what goes in, and the part of the model that runs on it. */
export interface InputPipeline {
  readonly activities: Activities;
  /** Inputs of some samples as an epoch sees them, counted from 1; the caller disposes them. */
  inputs(samples: Uint32Array, epoch: number): readonly Tensor[];
}

interface Pixels {
  readonly dataset: Dataset;
  readonly feeds: readonly Feed[];
  readonly mode: Preprocessing;
}

/** Samples go in as they are, prepared; inputs of one shape share a tensor. */
export function plainInputs({ dataset, feeds, mode }: Pixels): InputPipeline['inputs'] {
  const prepare = preparerOf(mode);
  return (samples) =>
    shared(feeds, (shape) =>
      tensor(batchValues(dataset, samples, shape, prepare), [samples.length, ...shape], 'float32'),
    );
}

/** Photos go in under random changes, others every epoch; the changes happen on the device. */
export function augmentedInputs(
  { dataset, feeds, mode }: Pixels,
  augmentation: Augmentation,
  seed: number,
): InputPipeline['inputs'] {
  return (samples, epoch) =>
    shared(feeds, (shape) =>
      tidy(() => {
        const values = batchValues(dataset, samples, shape, (pixels) => pixels);
        const [height, width] = shape as [number, number, number];
        const changes = Array.from(samples, (sample) => changeOf(augmentation, [height, width], seed, epoch, sample));
        const x = changed(tensor(values, [samples.length, ...shape], 'float32'), changes, augmentation);
        return prepared(x, mode);
      }),
    );
}

/** Are photos changed at random? Only pictures are, where all inputs take them as such. */
export function augments({ dataset, feeds }: Omit<Pixels, 'mode'>, { enabled }: Augmentation): boolean {
  return enabled && dataset.kind === 'images' && feeds.every(({ shape }) => shape.length === 3);
}

function shared(feeds: readonly Feed[], make: (shape: readonly number[]) => Tensor): readonly Tensor[] {
  const made = new Map<string, Tensor>();
  return feeds.map(({ shape }) => {
    const known = made.get(shape.join()) ?? make(shape);
    made.set(shape.join(), known);
    return known;
  });
}
