import { type KernelConfig, type NamedAttrMap, type TensorInfo, getKernel } from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { needed } from '../libraryChanged';

/** What a kernel is given: its tensors by name, of which some may be missing, and its attributes. */
export interface Given<Names extends string, Attributes, Missing extends string = never> {
  readonly device: WebGPUBackend;
  readonly inputs: Readonly<Record<Names, TensorInfo> & Partial<Record<Missing, TensorInfo>>>;
  readonly attributes: Attributes;
}

type Parameters = { readonly inputs: object; readonly attrs?: NamedAttrMap | undefined; readonly backend: object };

/** Only the kernel itself knows what it is given: TensorFlow.js types neither tensors nor attributes. */
const givenOf = <G>({ inputs, attrs, backend }: Parameters) =>
  ({ device: backend, inputs, attributes: attrs ?? {} }) as object as G;

/** A kernel of the WebGPU backend: its name, and what it makes of its tensors and attributes. */
export function webgpuKernel<Names extends string, Attributes = object, Missing extends string = never>(
  kernelName: string,
  run: (given: Given<Names, Attributes, Missing>) => TensorInfo | TensorInfo[],
): KernelConfig {
  return { kernelName, backendName: 'webgpu', kernelFunc: (given) => run(givenOf(given)) };
}

/** In place of TensorFlow.js's own kernel, which still runs where ours answers null. Throws `LibraryChanged` where there is none. */
export function webgpuKernelInstead<Names extends string, Attributes = object, Missing extends string = never>(
  kernelName: string,
  run: (given: Given<Names, Attributes, Missing>) => TensorInfo | null,
): KernelConfig {
  const { kernelFunc } = needed(kernelName, getKernel(kernelName, 'webgpu'));
  return {
    kernelName,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, attrs = {}, backend }) =>
      run(givenOf({ inputs, attrs, backend })) ?? kernelFunc({ inputs, attrs, backend }),
  };
}
