import { type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { derivedSeed, randomNumbers } from '../../data/random';
import { type Affine, type FillMode, affineTransform } from '../layers/augmentation/affineTransform';

/** Ranges of the random changes, with the names and meanings of Keras's `ImageDataGenerator`; 0 is none. */
export interface Augmentation {
  /** Degrees to either side. */
  readonly rotationRange: number;
  /** Shares of width and height to either side. */
  readonly widthShiftRange: number;
  readonly heightShiftRange: number;
  /** Degrees to either side. */
  readonly shearRange: number;
  /** Factors from 1 − this to 1 + this, for both axes on their own. */
  readonly zoomRange: number;
  /** Factors from 1 − this to 1 + this. */
  readonly brightnessRange: number;
  readonly horizontalFlip: boolean;
  readonly verticalFlip: boolean;
  /** What lies beyond the edge; `constant` is black. */
  readonly fillMode: FillMode;
}

/** What happens to one picture: where its pixels come from, and what they are multiplied by. */
export interface Change {
  readonly matrix: Affine;
  readonly brightness: number;
}

/** Row by row: how row and column of a pixel's source follow from its own. */
type Matrix = readonly [readonly [number, number, number], readonly [number, number, number]];

/** `a` after `b`. */
const after = (a: Matrix, b: Matrix): Matrix => {
  const row = ([x, y, z]: Matrix[number]): Matrix[number] => [
    x * b[0][0] + y * b[1][0],
    x * b[0][1] + y * b[1][1],
    x * b[0][2] + y * b[1][2] + z,
  ];
  return [row(a[0]), row(a[1])];
};

const moved = (down: number, across: number): Matrix => [
  [1, 0, down],
  [0, 1, across],
];

/**
 * The changes of one picture in one epoch, as Keras's `ImageDataGenerator` composes them: rotation, shift, shear and zoom
 * around the middle, then flips, then brightness. They depend on seed, epoch and picture only.
 */
export function changeOf(
  augmentation: Augmentation,
  [height, width]: readonly [number, number],
  seed: number,
  epoch: number,
  picture: number,
): Change {
  const random = randomNumbers(derivedSeed(seed, 'augment', epoch, picture));
  const around = (middle: number, range: number) => middle + (2 * random() - 1) * range;
  const radians = Math.PI / 180;
  const angle = around(0, augmentation.rotationRange) * radians;
  const down = around(0, augmentation.heightShiftRange) * height;
  const across = around(0, augmentation.widthShiftRange) * width;
  const shear = around(0, augmentation.shearRange) * radians;
  const [tall, wide] = [around(1, augmentation.zoomRange), around(1, augmentation.zoomRange)];
  const brightness = around(1, augmentation.brightnessRange);
  const mirrored = random() < 0.5 && augmentation.horizontalFlip;
  const upsideDown = random() < 0.5 && augmentation.verticalFlip;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const parts: readonly Matrix[] = [
    moved((height - 1) / 2, (width - 1) / 2),
    [
      [cos, -sin, 0],
      [sin, cos, 0],
    ],
    moved(down, across),
    [
      [1, -Math.sin(shear), 0],
      [0, Math.cos(shear), 0],
    ],
    [
      [tall, 0, 0],
      [0, wide, 0],
    ],
    moved(-(height - 1) / 2, -(width - 1) / 2),
    [
      [upsideDown ? -1 : 1, 0, upsideDown ? height - 1 : 0],
      [0, mirrored ? -1 : 1, mirrored ? width - 1 : 0],
    ],
  ];
  const [row, column] = parts.reduce(after);
  return { matrix: [column[1], column[0], column[2], row[1], row[0], row[2]], brightness };
}

/** Pictures `[batch, height, width, channels]`, 0 … 255, each under its own change; the caller disposes the result. */
export function changed(x: Tensor, changes: readonly Change[], { fillMode }: Pick<Augmentation, 'fillMode'>): Tensor {
  return tidy(() => {
    const matrices = changes.map(({ matrix }) => matrix);
    const there = affineTransform(x, matrices, { interpolation: 'bilinear', fillMode, fillValue: 0 });
    if (changes.every(({ brightness }) => brightness === 1)) return there;
    const factors = tensor(
      changes.map(({ brightness }) => brightness),
      [changes.length, 1, 1, 1],
    );
    return there.mul(factors).clipByValue(0, 255);
  });
}
