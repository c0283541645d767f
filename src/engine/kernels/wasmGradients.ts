import { type KernelConfig, getKernel, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import { conv2dBackpropFilter } from './conv2dBackpropFilter';
import { conv2dBackpropInput } from './conv2dBackpropInput';
import { depthwiseBackpropFilter, depthwiseBackpropInput } from './depthwiseGradients';
import { adamStep } from './native/adam';
import { batchNormalization, batchNormalizationGradient } from './native/batchNormalization';
import { passedBetween, registerPassedGradients } from './native/passedGradients';
import { sharedIdentity } from './native/sharedIdentity';
import { sumOverFirst } from './native/sum';
import { recurrentSteps } from './native/recurrentSteps';
import { recurrentStepsGradient } from './native/recurrentGradient';
import { routinesRun } from './routines/routines';
import { gatheredRows } from './native/gatheredRows';
import { slices } from './native/slices';
import { looseSamePadding } from './looseSamePadding';
import { avgPoolGrad, maxPoolGrad } from './poolGradients';
import { transposedMatMul } from './transposedMatMul';
import { unsortedSegmentSum } from './unsortedSegmentSum';

/** Kernels that TensorFlow.js does not know: layers and gradients of ours use them where they are there. */
const ownKernels = [
  adamStep,
  batchNormalization,
  batchNormalizationGradient,
  passedBetween,
  recurrentSteps,
  recurrentStepsGradient,
];

let registered = false;

/**
 * Makes tfjs's wasm backend able to train: adds the gradient kernels it lacks, and replaces those it has only as plain
 * loops. Import `@tensorflow/tfjs-backend-wasm` before. A second call does nothing.
 */
export function registerWasmGradients(): void {
  if (registered) return;
  registered = true;
  const kernels: KernelConfig[] = [
    conv2dBackpropFilter,
    conv2dBackpropInput,
    depthwiseBackpropFilter,
    depthwiseBackpropInput,
    maxPoolGrad,
    avgPoolGrad,
    unsortedSegmentSum,
    looseSamePadding('Conv2D'),
    looseSamePadding('FusedConv2D'),
    looseSamePadding('DepthwiseConv2dNative'),
    looseSamePadding('FusedDepthwiseConv2D'),
    transposedMatMul('BatchMatMul'),
    transposedMatMul('_FusedMatMul'),
    sumOverFirst(),
    gatheredRows(),
    sharedIdentity,
    ...slices(),
    ...(routinesRun() ? ownKernels : []),
  ];
  for (const kernel of kernels) {
    if (getKernel(kernel.kernelName, 'wasm')) unregisterKernel(kernel.kernelName, 'wasm');
    registerKernel(kernel);
  }
  registerPassedGradients();
}
