import { type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import type { Prepare } from '../../data/batches';
import { type Preprocessing, imagenetNumbers, preprocessed } from '../../pretrained/preprocessing';

/** ImageNet's colours are known of three channels only; of others their size alone is changed. */
const divisors: Readonly<Record<Preprocessing, number>> = { none: 1, caffe: 1, scale: 255, torch: 255, tf: 127.5 };

/** How a batch is prepared; null for 0 … 1, which `batchValues` does by itself. */
export function preparerOf(mode: Preprocessing): Prepare | null {
  if (mode === 'scale') return null;
  return (values, channels) => {
    if (channels === 3) return preprocessed(values, mode);
    return values.map((value) => value / divisors[mode] - (mode === 'tf' ? 1 : 0));
  };
}

/** The same for pictures `[batch, height, width, channels]`, 0 … 255, on the device; the caller disposes the result. */
export function prepared(x: Tensor, mode: Preprocessing): Tensor {
  return tidy(() => {
    const { caffeMean, torchMean, torchDeviation } = imagenetNumbers;
    const row = (values: readonly number[]) => tensor([...values], [1, 1, 1, values.length], 'float32');
    const sized = x.div(divisors[mode]);
    if (mode === 'tf') return sized.sub(1);
    if (x.shape[3] !== 3) return sized;
    if (mode === 'torch') return sized.sub(row(torchMean)).div(row(torchDeviation));
    return mode === 'caffe' ? sized.reverse(3).sub(row(caffeMean)) : sized;
  });
}
