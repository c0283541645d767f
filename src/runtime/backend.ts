import * as tf from '@tensorflow/tfjs';
import { repairGradients } from '../engine/kernels/repairedGradients';
import { registerWasmGradients } from '../engine/kernels/wasmGradients';
import { adapterOf } from './adapter';

/** What is used of the optional package `webgpu`, without which the project compiles and runs too. */
interface WebgpuPackage {
  readonly globals: object;
  create(options: readonly string[]): GPU;
}
const webgpuPackage: string = 'webgpu';

/**
 * Picks the fastest backend of this machine and says which it is: webgpu (through the npm package webgpu),
 * then wasm, then cpu. BACKEND=webgpu, wasm or cpu in the environment forces one.
 */
export async function chooseBackend(): Promise<string> {
  const wanted = process.env['BACKEND'] ?? 'auto';
  if (!['auto', 'webgpu', 'wasm', 'cpu'].includes(wanted)) {
    throw new Error(`BACKEND is ${wanted}; it can be auto, webgpu, wasm or cpu.`);
  }
  repairGradients();
  const refused: string[] = [];
  for (const name of wanted === 'auto' ? ['webgpu', 'wasm', 'cpu'] : [wanted]) {
    try {
      const adapter = name === 'webgpu' ? await startWebGpu(wanted !== 'auto') : '';
      if (name === 'wasm') await startWasm();
      if (!(await tf.setBackend(name))) throw new Error('it did not start');
      await tf.ready();
      if (tf.getBackend() !== name) throw new Error('it did not start');
      if (name === 'webgpu') watchForErrors();
      const others = refused.length > 0 ? ` (${refused.join('; ')})` : '';
      return `${name}${adapter && ` on ${adapter}`}${others}`;
    } catch (error) {
      refused.push(`no ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(`No backend starts: ${refused.join('; ')}`);
}

/** The words of the adapter. Throws when there is none, or only one in software and none was asked for. */
async function startWebGpu(softwareToo: boolean): Promise<string> {
  const { create, globals } = (await import(webgpuPackage)) as WebgpuPackage;
  Object.assign(globalThis, globals);
  Object.defineProperty(globalThis, 'navigator', { value: { gpu: create([]) }, configurable: true });
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) throw new Error('no graphics adapter');
  const { words, software } = adapterOf(adapter);
  if (software && !softwareToo) throw new Error('only a software adapter');
  await import('@tensorflow/tfjs-backend-webgpu');
  const { registerWebgpuKernels } = await import('../engine/kernels/webgpu/webgpuKernels');
  registerWebgpuKernels();
  return words;
}

/** An invalid shader or an oversized buffer throws nothing by itself: it would give wrong numbers in silence. */
function watchForErrors(): void {
  const { device } = tf.backend() as unknown as { device: GPUDevice };
  device.addEventListener('uncapturederror', ({ error }) => {
    console.error(`The graphics device reports an error; the numbers cannot be trusted: ${error.message}`);
    process.exit(1);
  });
}

/** TensorFlow.js's wasm backend cannot train convolutions by itself; the kernels of src/engine/kernels add that. */
async function startWasm(): Promise<void> {
  await import('@tensorflow/tfjs-backend-wasm');
  registerWasmGradients();
}
