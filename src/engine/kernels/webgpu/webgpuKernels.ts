import { getKernel, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import { registerPassedGradients } from '../native/passedGradients';
import { patchWebgpu } from '../webgpuPatches';
import { batchNormalization } from './batchNormalization';
import { batchNormalizationGradient } from './batchNormalizationGradient';
import { batchSums } from './batchSums';
import { columnSums } from './columnSums';
import { convolution } from './convolution';
import { fuseConvolutions } from './convolutionLayer';
import { crossEntropy, crossEntropyGradient } from './crossEntropy';
import { filterAndBiasGradient, filterGradient } from './filterGradient';
import { inputGradient } from './inputGradient';
import { maxPoolGradient } from './maxPoolGradient';
import { optimizerStep } from './optimizerStep';
import { passedBetween } from './passedBetween';
import { softmaxGradient } from './softmaxGradient';
import { registerSoftmaxSlope } from './softmaxSlope';

let registered = false;

/**
 * Repairs what TensorFlow.js's WebGPU backend computes wrongly, and gives it kernels of ours: those of training that it has
 * not, or has in many dispatches. Import `@tensorflow/tfjs-backend-webgpu` before. A second call does nothing.
 */
export function registerWebgpuKernels(): void {
  if (registered) return;
  registered = true;
  patchWebgpu();
  const kernels = [
    batchNormalization,
    batchNormalizationGradient,
    batchSums,
    columnSums(),
    convolution('Conv2D'),
    convolution('FusedConv2D'),
    crossEntropy,
    crossEntropyGradient,
    filterAndBiasGradient,
    filterGradient,
    inputGradient,
    maxPoolGradient,
    optimizerStep,
    passedBetween,
    softmaxGradient,
  ];
  for (const kernel of kernels) {
    if (getKernel(kernel.kernelName, 'webgpu')) unregisterKernel(kernel.kernelName, 'webgpu');
    registerKernel(kernel);
  }
  registerPassedGradients();
  registerSoftmaxSlope();
  fuseConvolutions();
}
