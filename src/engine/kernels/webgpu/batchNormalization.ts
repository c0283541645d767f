import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { rowPartNames, rowParts } from './rowParts';
import { type Shader, emptyTensor, runShader } from './shader';

/** Of every part and channel the mean, and the sum of the squares around it. */
const moments: Shader = {
  tensors: [{ name: 'parts', written: true }, { name: 'x' }],
  integers: rowPartNames,
  code: `
fn work(index: i32) {
  let column = index % numbers.columns;
  let part = index / numbers.columns;
  let first = part * numbers.each;
  let end = min(numbers.rows, first + numbers.each);
  var sum = 0.0;
  for (var row = first; row < end; row++) { sum += x[row * numbers.columns + column]; }
  let mean = sum / f32(end - first);
  var squares = 0.0;
  for (var row = first; row < end; row++) {
    let away = x[row * numbers.columns + column] - mean;
    squares += away * away;
  }
  parts[part * 2 * numbers.columns + column] = mean;
  parts[(part * 2 + 1) * numbers.columns + column] = squares;
}`,
};

const normalize = (scaled: boolean, moved: boolean): Shader => ({
  tensors: [
    { name: 'y', written: true },
    { name: 'mean', written: true },
    { name: 'variance', written: true },
    { name: 'x' },
    { name: 'parts' },
    ...(scaled ? [{ name: 'gamma' }] : []),
    ...(moved ? [{ name: 'beta' }] : []),
  ],
  integers: rowPartNames,
  floats: ['epsilon'],
  code: `
fn work(index: i32) {
  let column = index % numbers.columns;
  let block = index / numbers.columns;
  var middle = 0.0;
  for (var part = 0; part < numbers.parts; part++) {
    let count = f32(min(numbers.rows, (part + 1) * numbers.each) - part * numbers.each);
    middle += parts[part * 2 * numbers.columns + column] * (count / f32(numbers.rows));
  }
  var squares = 0.0;
  for (var part = 0; part < numbers.parts; part++) {
    let count = f32(min(numbers.rows, (part + 1) * numbers.each) - part * numbers.each);
    let away = parts[part * 2 * numbers.columns + column] - middle;
    squares += parts[(part * 2 + 1) * numbers.columns + column] + count * away * away;
  }
  let spread = squares / f32(numbers.rows);
  if (block == 0) {
    mean[column] = middle;
    variance[column] = spread;
  }
  let factor = ${scaled ? 'gamma[column]' : '1.0'} / sqrt(spread + numbers.epsilon);
  let offset = ${moved ? 'beta[column]' : '0.0'};
  for (var row = block * numbers.block; row < min(numbers.rows, (block + 1) * numbers.block); row++) {
    let at = row * numbers.columns + column;
    y[at] = (x[at] - middle) * factor + offset;
  }
}`,
});

/**
 * Normalizes `x`, whose channels come last, by what it says itself: `[y, mean, variance]`, with y = (x − mean) / √(variance +
 * epsilon) · gamma + beta; either of these may be missing.
 */
export const batchNormalization: KernelConfig = {
  kernelName: 'BatchNormalization',
  backendName: 'webgpu',
  kernelFunc({ inputs, attrs, backend }) {
    const device = backend as WebGPUBackend;
    const { x, gamma, beta } = inputs as { x: TensorInfo; gamma?: TensorInfo; beta?: TensorInfo };
    const { epsilon } = attrs as unknown as { epsilon: number };
    const shared = rowParts(x);
    const { columns, parts: count, blocks } = shared;
    const parts = emptyTensor(device, [count, 2, columns]);
    const numbers = { ...shared, epsilon };
    runShader(device, moments, { name: 'normalizationMoments', tensors: [parts, x], count: count * columns, numbers });
    const made = [emptyTensor(device, x.shape), emptyTensor(device, [columns]), emptyTensor(device, [columns])];
    runShader(device, normalize(gamma !== undefined, beta !== undefined), {
      name: 'batchNormalization',
      tensors: [...made, x, parts, ...(gamma ? [gamma] : []), ...(beta ? [beta] : [])],
      count: blocks * columns,
      numbers,
    });
    device.disposeData(parts.dataId);
    return made;
  },
};
