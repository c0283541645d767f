import type { Shape } from '../brick/shape';
import type { ImageDataset } from './dataset';
import { fitted } from './picture';
import { derivedSeed, shuffledIndices } from './random';

/** Which samples a run trains on and which it only checks, as positions in the dataset. */
export interface Split {
  readonly training: Uint32Array<ArrayBuffer>;
  readonly validation: Uint32Array<ArrayBuffer>;
}

/** The last samples are held back, as in Keras: `share` of all, or the dataset's own number when it is null. */
export function splitOf({ count, validation }: ImageDataset, share: number | null): Split {
  const held = share === null ? validation : Math.floor(count * share);
  const all = Uint32Array.from({ length: count }, (_, index) => index);
  return { training: all.slice(0, count - held), validation: all.slice(count - held) };
}

/** The order of an epoch depends on seed and epoch only, so that a run can be continued as if it had never stopped. */
export function epochOrder(samples: Uint32Array<ArrayBuffer>, seed: number, epoch: number, shuffle: boolean) {
  if (!shuffle) return samples;
  const order = shuffledIndices(samples.length, derivedSeed(seed, 'order', epoch));
  return order.map((place) => samples[place]!);
}

/** Can the dataset's pictures be given to a model with this input: as pictures of any size, or as one row of values? */
export function accepts({ height, width, channels }: ImageDataset, input: Shape): boolean {
  if (input.length === 3) return input[2] === 1 || input[2] === 3 || input[2] === null || input[2] === channels;
  return input.length === 1 && (input[0] === null || input[0] === height * width * channels);
}

/** Shape of the pictures for this input: unknown axes take the dataset's size. */
export function pictureShape(dataset: ImageDataset, input: Shape): readonly [number, number, number] {
  if (input.length !== 3) return [dataset.height, dataset.width, dataset.channels];
  return [input[0] ?? dataset.height, input[1] ?? dataset.width, input[2] ?? dataset.channels];
}

/** Values of some samples, scaled to 0 … 1 and resized to `shape` where the dataset's pictures have another. */
export function batchValues(
  dataset: ImageDataset,
  samples: Uint32Array<ArrayBuffer>,
  shape: readonly [number, number, number],
): Float32Array<ArrayBuffer> {
  const { height, width, channels, images } = dataset;
  const size = height * width * channels;
  const wanted = shape[0] * shape[1] * shape[2];
  const values = new Float32Array(samples.length * wanted);
  const fits = height === shape[0] && width === shape[1] && channels === shape[2];
  samples.forEach((sample, place) => {
    const picture = images.subarray(sample * size, (sample + 1) * size);
    const cells = fits ? picture : fitted({ width, height, channels, values: picture }, shape);
    const start = place * wanted;
    for (let cell = 0; cell < wanted; cell++) values[start + cell] = cells[cell]! / 255;
  });
  return values;
}
