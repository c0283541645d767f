import { getKernel, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import { patchWebgpu } from '../webgpuPatches';
import { optimizerStep } from './optimizerStep';

let registered = false;

/**
 * Repairs what TensorFlow.js's WebGPU backend computes wrongly, and gives it kernels of ours: those of training that it has
 * not, or has in many dispatches. Import `@tensorflow/tfjs-backend-webgpu` before. A second call does nothing.
 */
export function registerWebgpuKernels(): void {
  if (registered) return;
  registered = true;
  patchWebgpu();
  for (const kernel of [optimizerStep]) {
    if (getKernel(kernel.kernelName, 'webgpu')) unregisterKernel(kernel.kernelName, 'webgpu');
    registerKernel(kernel);
  }
}
