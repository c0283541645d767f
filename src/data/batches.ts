import { type Dataset, sampleSize, sampleValues } from './dataset';
import { fitted } from './picture';
import { type Counts, heldBack, trainedOn } from './heldBack';
import { derivedSeed, shuffledIndices } from './random';

/** Which samples a run trains on, which it only checks, and which it sees once at its end, as positions in the dataset. */
export interface Split {
  readonly training: Uint32Array<ArrayBuffer>;
  readonly validation: Uint32Array<ArrayBuffer>;
  readonly test: Uint32Array<ArrayBuffer>;
}

/** Steps of an epoch: batches of the samples that are trained on. */
export function stepsPerEpoch(
  facts: Counts,
  { validationSplit, batchSize, stateful }: { validationSplit: number | null; batchSize: number; stateful: boolean },
): number {
  const batches = trainedOn(facts, validationSplit) / batchSize;
  return stateful ? Math.floor(batches) : Math.ceil(batches);
}

/**
 * The last samples are held back, as in Keras: `share` of all but the test, or the dataset's own number when it is null.
 * The dataset's test stays out of both.
 */
export function splitOf({ count, validation, test = 0 }: Counts, share: number | null): Split {
  const end = count - test;
  const held = heldBack({ count, validation, test }, share);
  const all = Uint32Array.from({ length: count }, (_, index) => index);
  return { training: all.slice(0, end - held), validation: all.slice(end - held, end), test: all.slice(end) };
}

/** The order of an epoch depends on seed and epoch only, so that a run can be continued as if it had never stopped. */
export function epochOrder(samples: Uint32Array<ArrayBuffer>, seed: number, epoch: number, shuffle: boolean) {
  if (!shuffle) return samples;
  const order = shuffledIndices(samples.length, derivedSeed(seed, 'order', epoch));
  return order.map((place) => samples[place]!);
}

/** Samples in batches of this size, in order; a model that remembers takes no incomplete one. */
export function batchesOf(
  { batchSize, stateful }: { readonly batchSize: number; readonly stateful: boolean },
  samples: Uint32Array<ArrayBuffer>,
): Uint32Array<ArrayBuffer>[] {
  const count = stateful ? Math.floor(samples.length / batchSize) : Math.ceil(samples.length / batchSize);
  return Array.from({ length: count }, (_, batch) => samples.subarray(batch * batchSize, (batch + 1) * batchSize));
}

/** Values 0 … 255 of pictures with so many channels as a model takes them. */
export type Prepare = (values: Float32Array<ArrayBuffer>, channels: number) => Float32Array<ArrayBuffer>;

export type Source = Pick<Dataset, 'kind' | 'shape' | 'values'>;

/**
 * Values of some samples for an input of this shape (see `sampleShape`): pictures prepared (scaled to 0 … 1 unless
 * `prepare` does otherwise) and resized, texts padded or cut at the front, of a series the last steps, everything else as it is.
 */
export function batchValues(
  source: Source,
  samples: ArrayLike<number>,
  shape: readonly number[],
  prepare: Prepare | null = null,
): Float32Array<ArrayBuffer> {
  const wanted = sampleSize(shape);
  const values = new Float32Array(samples.length * wanted);
  const own = source.kind === 'images' ? prepare : null;
  const scale = own === null && (source.kind === 'images' || source.kind === 'video') ? 255 : 1;
  const picture = source.kind === 'images' ? pictureShape(source.shape, shape) : null;
  for (let place = 0; place < samples.length; place++) {
    const given = sampleValues(source, samples[place]!);
    const cells = picture === null ? given : resized(given, source.shape, picture);
    // Shorter goes to the end, longer loses its front.
    const to = place * wanted + Math.max(0, wanted - cells.length);
    const from = Math.max(0, cells.length - wanted);
    for (let cell = from; cell < cells.length; cell++) values[to + cell - from] = cells[cell]! / scale;
  }
  return own === null ? values : own(values, (picture ?? source.shape)[2]!);
}

/** The size a picture must have before it goes into this input; null when it has it. */
function pictureShape(own: readonly number[], wanted: readonly number[]): readonly [number, number, number] | null {
  if (wanted.length !== 3 || wanted.every((size, axis) => size === own[axis])) return null;
  return [wanted[0]!, wanted[1]!, wanted[2]!];
}

function resized(values: ArrayLike<number>, own: readonly number[], shape: readonly [number, number, number]) {
  const [height = 1, width = 1, channels = 1] = own;
  return fitted({ width, height, channels, values }, shape);
}
