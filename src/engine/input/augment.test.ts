import '@tensorflow/tfjs-backend-cpu';
import { setBackend, tensor } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Augmentation, initialAugmentation } from '../../document/augmentation';
import { preprocessed } from '../../pretrained/preprocessing';
import { type Change, changeOf, changed } from './augment';
import { prepared } from './prepare';

beforeAll(async () => void (await setBackend('cpu')));

const still: Augmentation = {
  ...initialAugmentation,
  enabled: true,
  rotationRange: 0,
  widthShiftRange: 0,
  heightShiftRange: 0,
  shearRange: 0,
  zoomRange: 0,
  horizontalFlip: false,
};
const [height, width] = [3, 4];
const values = Float32Array.from({ length: height * width }, (_, cell) => cell);

function under(change: Change, fillMode: Augmentation['fillMode'] = 'nearest'): number[] {
  const x = tensor(values, [1, height, width, 1]);
  const result = changed(x, [change], { fillMode });
  const found = [...result.dataSync()];
  result.dispose();
  x.dispose();
  return found;
}

/** The first change of a picture that fits. */
function drawn(augmentation: Augmentation, fits: (change: Change) => boolean): Change {
  for (let epoch = 1; epoch < 100; epoch++) {
    const change = changeOf(augmentation, [height, width], 7, epoch, 0);
    if (fits(change)) return change;
  }
  throw new Error('None fits.');
}

describe('random changes of pictures', () => {
  it('without ranges leave the picture as it is', () => {
    expect(under(changeOf(still, [height, width], 1, 1, 0))).toEqual([...values]);
  });

  it('flips are exact, and happen to about half of the pictures', () => {
    const flips = { ...still, horizontalFlip: true };
    expect(under(drawn(flips, ({ matrix }) => matrix[0] < 0))).toEqual([3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8]);
    const both = { ...still, verticalFlip: true };
    expect(under(drawn(both, ({ matrix }) => matrix[4] < 0))).toEqual([8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3]);
    const share = Array.from({ length: 400 }, (_, picture) => changeOf(flips, [height, width], 1, 1, picture));
    const flipped = share.filter(({ matrix }) => matrix[0] < 0).length;
    expect(flipped).toBeGreaterThan(150);
    expect(flipped).toBeLessThan(250);
  });

  it('turn around the middle by the angle that was drawn, as scipy does with Keras’s matrix', () => {
    const { matrix } = drawn({ ...still, rotationRange: 90 }, () => true);
    const [a, b, , c, d] = matrix;
    expect(a).toBeCloseTo(d, 12);
    expect(b).toBeCloseTo(-c, 12);
    expect(a * a + b * b).toBeCloseTo(1, 12);
    const middle = [(width - 1) / 2, (height - 1) / 2] as const;
    expect(a * middle[0] + b * middle[1] + matrix[2]).toBeCloseTo(middle[0], 12);
    expect(c * middle[0] + d * middle[1] + matrix[5]).toBeCloseTo(middle[1], 12);
  });

  it.each([
    ['nearest', [0, 0, 1, 2]],
    ['constant', [0, 0, 1, 2]],
    ['reflect', [0, 0, 1, 2]],
    ['wrap', [3, 0, 1, 2]],
  ] as const)('beyond the edge: %s', (fillMode, firstRow) => {
    const right: Change = { matrix: [1, 0, -1, 0, 1, 0], brightness: 1 };
    expect(under(right, fillMode).slice(0, 4)).toEqual(firstRow);
    const second = { nearest: 4, constant: 0, reflect: 4, wrap: 7 }[fillMode];
    expect(under(right, fillMode)[4]).toBe(second);
  });

  it('shifts, zooms and brightness stay in their ranges; brightness stays within 0 … 255', () => {
    const wide = { ...still, widthShiftRange: 0.25, brightnessRange: 0.5 };
    for (let picture = 0; picture < 50; picture++) {
      const { matrix, brightness } = changeOf(wide, [height, width], 1, 1, picture);
      expect(Math.abs(matrix[2])).toBeLessThanOrEqual(1);
      expect(Math.abs(brightness - 1)).toBeLessThanOrEqual(0.5);
    }
    expect(Math.max(...under({ matrix: [1, 0, 0, 0, 1, 0], brightness: 100 }))).toBe(255);
  });

  it('depend on seed, epoch and picture, and on nothing else', () => {
    const change = (seed: number, epoch: number, picture: number) =>
      changeOf(initialAugmentation, [height, width], seed, epoch, picture);
    expect(change(1, 2, 3)).toEqual(change(1, 2, 3));
    const others = [change(1, 2, 3), change(2, 2, 3), change(1, 3, 3), change(1, 2, 4)];
    expect(new Set(others.map((each) => each.matrix.join())).size).toBe(4);
  });

  it.each(['none', 'scale', 'tf', 'caffe', 'torch'] as const)('are followed by the same preparation: %s', (mode) => {
    const pixels = Float32Array.from({ length: 12 }, (_, at) => at * 20);
    const result = prepared(tensor(pixels, [1, 2, 2, 3]), mode).dataSync();
    preprocessed(pixels, mode).forEach((value, at) => expect(result[at]).toBeCloseTo(value, 4));
  });
});
