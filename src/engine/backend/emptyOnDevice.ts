import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { type Tensor, backend, engine, getBackend } from '@tensorflow/tfjs-core';

/** Memory of the device for a float32 tensor whose values are yet to come. */
export interface EmptyTensor {
  readonly tensor: Tensor;
  /** Puts some of its values there, and waits until they are; `at` is the place of the first of them. */
  put(at: number, values: Float32Array<ArrayBuffer>): Promise<void>;
}

/**
 * A tensor that is filled where it lies, so that its values are never whole in JavaScript too; null where the backend
 * keeps values in JavaScript or in a texture (cpu, WebGL).
 */
export function emptyOnDevice(shape: readonly number[]): EmptyTensor | null {
  const name = getBackend();
  if (name === 'wasm') return inHeap(backend() as BackendWasm, shape);
  return name === 'webgpu' ? inBuffer(backend() as WebGPUBackend, shape) : null;
}

function inHeap(wasm: BackendWasm, shape: readonly number[]): EmptyTensor {
  const info = wasm.makeOutput([...shape], 'float32');
  return {
    tensor: engine().makeTensorFromTensorInfo(info, wasm),
    // Asked for at every piece: wasm's memory moves when it grows.
    put: async (at, values) => wasm.typedArrayFromHeap(info).set(values, at),
  };
}

function inBuffer(webgpu: WebGPUBackend, shape: readonly number[]): EmptyTensor {
  const info = webgpu.makeTensorInfo([...shape], 'float32');
  webgpu.uploadToGPU(info.dataId);
  const { resource } = webgpu.tensorMap.get(info.dataId);
  if (!(resource instanceof GPUBuffer)) throw new Error('WebGPU gave no buffer for a weight.');
  return {
    tensor: engine().makeTensorFromTensorInfo(info, webgpu),
    put(at, values) {
      const { queue } = webgpu.device;
      queue.writeBuffer(resource, at * values.BYTES_PER_ELEMENT, values);
      // What is written waits in copies of the browser's own: without a stop a large file would be there whole.
      return queue.onSubmittedWorkDone().then(() => undefined);
    },
  };
}
