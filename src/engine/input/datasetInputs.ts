import { type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { type Source, batchValues } from '../../data/batches';
import type { Preprocessing } from '../../pretrained/preprocessing';
import { type Augmentation, changeOf, changed } from './augment';
import { preparerOf, prepared } from './prepare';

/** Inputs of some samples as an epoch sees them, counted from 1; the caller disposes them. */
export type DatasetInputs = (samples: Uint32Array, epoch: number) => readonly Tensor[];

/** Samples, the shape in which they go into each input, and how pictures are prepared. */
interface Pixels {
  readonly dataset: Source;
  readonly feeds: readonly { readonly shape: readonly number[] }[];
  readonly mode: Preprocessing;
}

/** Samples go in as they are, prepared; inputs of one shape share a tensor. */
export function plainInputs({ dataset, feeds, mode }: Pixels): DatasetInputs {
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
): DatasetInputs {
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
export function augments(
  { dataset, feeds }: Omit<Pixels, 'mode'>,
  { enabled }: { readonly enabled: boolean },
): boolean {
  return enabled && dataset.kind === 'images' && feeds.every(({ shape }) => shape.length === 3);
}

function shared(feeds: Pixels['feeds'], make: (shape: readonly number[]) => Tensor): readonly Tensor[] {
  const made = new Map<string, Tensor>();
  return feeds.map(({ shape }) => {
    const known = made.get(shape.join()) ?? make(shape);
    made.set(shape.join(), known);
    return known;
  });
}
