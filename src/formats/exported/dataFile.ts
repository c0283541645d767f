/** `src/data.ts` of an exported project: the handwritten digits that came with it, in the shape the model takes. */
export const dataFile = `import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { PNG } from 'pngjs';

const size = 28;
const perRow = 100;
const validation = 1500;
const folder = resolve(import.meta.dirname, '../data');

/** 10,000 MNIST digits, 28×28, grey: training samples first, the last 1,500 for validation. */
export interface Digits {
  /** count × 28 × 28 bytes. */
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
  readonly count: number;
  /** Index of the first validation sample. */
  readonly validationStart: number;
}

/** Cuts the digits out of the picture that holds them all, 100 in a row. */
export function loadDigits(): Digits {
  const labels = new Uint8Array(readFileSync(resolve(folder, 'digits-labels.bin')));
  const { width, pixels } = readGrey(resolve(folder, 'digits.png'));
  const images = new Uint8Array(labels.length * size * size);
  for (let digit = 0; digit < labels.length; digit++) {
    const left = (digit % perRow) * size;
    const top = Math.floor(digit / perRow) * size;
    for (let row = 0; row < size; row++) {
      const start = (top + row) * width + left;
      images.set(pixels.subarray(start, start + size), (digit * size + row) * size);
    }
  }
  return { images, labels, count: labels.length, validationStart: labels.length - validation };
}

/** Any PNG as grey bytes. */
export function readGrey(path: string): { width: number; height: number; pixels: Uint8Array } {
  const { width, height, data } = PNG.sync.read(readFileSync(path));
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at++) {
    const [red, green, blue] = [data[at * 4]!, data[at * 4 + 1]!, data[at * 4 + 2]!];
    pixels[at] = red === green && green === blue ? red : Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  }
  return { width, height, pixels };
}

/** These digits for every input of the model: values 0 … 1, resized and with as many channels as it takes. */
export function inputBatch(model: tf.LayersModel, digits: Digits, indices: readonly number[]): tf.Tensor[] {
  const values = new Float32Array(indices.length * size * size);
  indices.forEach((digit, position) => {
    const start = digit * size * size;
    values.set(digits.images.subarray(start, start + size * size), position * size * size);
  });
  return fitToModel(model, values, indices.length, size, size);
}

/** Grey pictures 0 … 255 for every input of the model. Throws when one takes something else than pictures. */
export function fitToModel(
  model: tf.LayersModel,
  grey: Float32Array,
  count: number,
  height: number,
  width: number,
): tf.Tensor[] {
  return model.inputs.map((input) => fitToShape((input.shape as (number | null)[]).slice(1), grey, count, height, width));
}

function fitToShape(
  shape: readonly (number | null)[],
  grey: Float32Array,
  count: number,
  height: number,
  width: number,
): tf.Tensor {
  return tf.tidy(() => {
    const pictures = tf.tensor4d(grey, [count, height, width, 1]).div<tf.Tensor4D>(255);
    if (shape.length === 1 && shape[0] === height * width) return pictures.reshape([count, height * width]);
    if (shape.length !== 3) {
      throw new Error('This model takes ' + JSON.stringify(shape) + ', not pictures: put your own data into src/data.ts.');
    }
    const [tall, wide, channels] = [shape[0] ?? height, shape[1] ?? width, shape[2] ?? 1];
    const sized = tall === height && wide === width ? pictures : tf.image.resizeBilinear(pictures, [tall, wide]);
    return channels === 1 ? sized : sized.tile([1, 1, 1, channels]);
  });
}

/** What the digits are asked: their class, whether they are odd, or their value as a number. */
const questions: Readonly<Record<string, { readonly classes: number | null; readonly answer: (digit: number) => number }>> = {
  digits: { classes: 10, answer: (digit) => digit },
  'digits-odd': { classes: 2, answer: (digit) => digit % 2 },
  'digits-value': { classes: null, answer: (digit) => digit },
};

/** For every output what is right, as its loss wants it: class numbers, one value per class, or numbers. */
export function targetBatch(
  model: tf.LayersModel,
  digits: Digits,
  indices: readonly number[],
  { dataset, losses }: { readonly dataset: string; readonly losses: readonly string[] },
): tf.Tensor[] {
  const question = questions[dataset];
  if (question === undefined) {
    throw new Error('This project comes with the digits only, not with ' + dataset + ': put your own data into src/data.ts.');
  }
  const { classes, answer } = question;
  const labels = indices.map((digit) => answer(digits.labels[digit]!));
  return model.outputs.map((output, index) => {
    const units = (output.shape as number[]).at(-1)!;
    const numbers = losses[index] === 'sparseCategoricalCrossentropy' || units === 1;
    if (classes !== null && units < classes && !(units === 1 && classes === 2)) {
      throw new Error('This model tells ' + Math.max(units, 2) + ' classes apart, the data has ' + classes + ': put your own data into src/data.ts.');
    }
    if (numbers) return tf.tensor2d(labels, [labels.length, 1], 'float32');
    return tf.tidy(() => tf.oneHot(tf.tensor1d(labels, 'int32'), units).toFloat());
  });
}
`;
