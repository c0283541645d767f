import { describe, expect, it } from 'vitest';
import { batchValues } from './batches';
import { modeFor, preprocess } from './preprocessing';

const prepared = (values: readonly number[], mode: Parameters<typeof preprocess>[1], channels = 3) => {
  const own = Float32Array.from(values);
  preprocess(own, mode, channels);
  return [...own];
};
const close = (got: readonly number[], expected: readonly number[]) =>
  got.forEach((value, index) => expect(value).toBeCloseTo(expected[index]!, 4));

describe('pictures as pretrained architectures take them', () => {
  it('tf, caffe and torch are what keras.applications computes', () => {
    close(prepared([0, 127.5, 255], 'tf'), [-1, 0, 1]);
    close(prepared([10, 20, 30], 'caffe'), [30 - 103.939, 20 - 116.779, 10 - 123.68]);
    close(prepared([255, 0, 51], 'torch'), [(1 - 0.485) / 0.229, -0.456 / 0.224, (0.2 - 0.406) / 0.225]);
    close(prepared([7, 8, 9], 'none'), [7, 8, 9]);
  });

  it('knows no colours in grey pictures', () => {
    close(prepared([10, 20, 30], 'caffe', 1), [10, 20, 30]);
    close(prepared([0, 255], 'tf', 1), [-1, 1]);
  });

  it('auto is what the plan says, else 0 … 1', () => {
    expect(modeFor({ preprocessing: 'caffe' }, 'auto')).toBe('caffe');
    expect(modeFor({}, 'auto')).toBe('scale');
    expect(modeFor({ preprocessing: 'caffe' }, 'none')).toBe('none');
  });

  it('a batch is scaled to the same bits as ever, and prepared otherwise where that is asked for', () => {
    const values = Uint8Array.from({ length: 12 }, (_, index) => index * 20);
    const source = { kind: 'images', shape: [2, 1, 3], values } as const;
    expect([...batchValues(source, [0, 1], [2, 1, 3])]).toEqual([...Float32Array.from(values, (value) => value / 255)]);
    expect([...batchValues(source, [1], [2, 1, 3], 'caffe')]).toEqual(prepared([...values.subarray(6)], 'caffe'));
  });
});
