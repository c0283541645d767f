import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { type Shader, emptyTensor, runShader } from './shader';

const shader: Shader = {
  tensors: [
    { name: 'nextMean', written: true },
    { name: 'nextVariance', written: true },
    { name: 'movingMean' },
    { name: 'mean' },
    { name: 'movingVariance' },
    { name: 'variance' },
  ],
  floats: ['momentum', 'rest'],
  code: `
fn work(index: i32) {
  nextMean[index] = movingMean[index] * numbers.momentum + mean[index] * numbers.rest;
  nextVariance[index] = movingVariance[index] * numbers.momentum + variance[index] * numbers.rest;
}`,
};

/** Mean and variance as they move on after a batch: `[movingMean, movingVariance]`, moving · momentum + batch · (1 − momentum). */
export const movingAverages: KernelConfig = {
  kernelName: 'MovingAverages',
  backendName: 'webgpu',
  kernelFunc({ inputs, attrs, backend }) {
    const device = backend as WebGPUBackend;
    const { momentum } = attrs as unknown as { momentum: number };
    const given = ['movingMean', 'mean', 'movingVariance', 'variance'].map((name) => inputs[name] as TensorInfo);
    const { shape } = given[0]!;
    const made = [emptyTensor(device, shape), emptyTensor(device, shape)];
    const numbers = { momentum, rest: 1 - momentum };
    runShader(device, shader, { name: 'movingAverages', tensors: [...made, ...given], count: shape[0]!, numbers });
    return made;
  },
};
