import * as tf from '@tensorflow/tfjs';
import { wasmFiles } from '../../engine/backend/wasmFiles';
import { adapterOf } from '../adapter';

/** WebGPU where there is a graphics card. */
async function startWebgpu(): Promise<boolean> {
  const adapter = await navigator.gpu?.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter || adapterOf(adapter).software) return false;
  await import('@tensorflow/tfjs-backend-webgpu');
  const { registerWebgpuKernels } = await import('../../engine/kernels/webgpu/webgpuKernels');
  registerWebgpuKernels();
  return tf.setBackend('webgpu');
}

/** WebAssembly, with the kernels of the editor, which pads as Keras does. */
async function startWasm(): Promise<boolean> {
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  const { registerWasmGradients } = await import('../../engine/kernels/wasmGradients');
  setWasmPaths({ ...wasmFiles });
  registerWasmGradients();
  return tf.setBackend('wasm');
}

/** Starts the fastest backend of this browser: webgpu, else wasm, else cpu; and says which it is. */
export async function startBackend(): Promise<string> {
  for (const start of [startWebgpu, startWasm]) {
    // TensorFlow.js throws or resolves to false where a backend is not here.
    const works = await start().catch((error: unknown) => {
      console.warn(error);
      return false;
    });
    if (works) break;
  }
  if (!['webgpu', 'wasm'].includes(tf.getBackend())) await tf.setBackend('cpu');
  await tf.ready();
  return tf.getBackend();
}
