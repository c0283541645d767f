import {
  backend,
  env,
  findBackendFactory,
  getBackend,
  ready,
  registerBackend,
  removeBackend,
  setBackend,
} from '@tensorflow/tfjs-core';
// Registers every gradient; some are repaired below.
import '@tensorflow/tfjs-layers';
import { EngineError } from '../protocol/engineError';
import { Guard } from './guard';
import { repairGradients } from '../kernels/repairedGradients';
import type { BackendInfo, BackendName, BackendReason } from '../protocol/backendInfo';
import type { WasmFiles } from './wasmFiles';

/** A backend in use: what the page is told, and the guard over its device. */
export interface ActiveBackend {
  readonly info: BackendInfo;
  readonly guard: Guard;
  /** Largest buffer the device takes, in bytes; null where there is no such limit. */
  readonly largestBuffer: number | null;
}

interface Adapter {
  readonly kind: 'real' | 'software' | 'none' | 'noWebGpu';
  readonly text: string;
}

const software = /swiftshader|llvmpipe|lavapipe|software|basic render/i;

/** What WebGPU would run on. */
async function findAdapter(): Promise<Adapter> {
  const gpu = globalThis.navigator?.gpu;
  if (gpu === undefined) return { kind: 'noWebGpu', text: '' };
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null) return { kind: 'none', text: '' };
  const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
  const text = [vendor, architecture].filter((part) => part !== '').join(' ') || description;
  const slow = isFallbackAdapter || software.test(`${vendor} ${architecture} ${description}`);
  return { kind: slow ? 'software' : 'real', text };
}

async function activate(name: BackendName): Promise<boolean> {
  try {
    return (await setBackend(name)) && (await ready(), getBackend() === name);
  } catch {
    // tfjs throws where a factory throws synchronously and resolves false where it rejects; both mean: not here.
    return false;
  }
}

async function startWebgpu(slow: boolean): Promise<boolean> {
  await import('@tensorflow/tfjs-backend-webgpu');
  const { registerWebgpuKernels } = await import('../kernels/webgpu/webgpuKernels');
  (await import('./webgpuText')).checkWebgpuText();
  registerWebgpuKernels();
  // The scalar convolution shader is pathological on a software adapter; this one is up to ten times as fast there.
  if (slow) env().set('WEBGPU_CONV_SEPARATE_IM2COL_SHADER', true);
  return activate('webgpu');
}

async function startWasm(files: WasmFiles | null): Promise<number> {
  const { setWasmPaths, setThreadsCount, getThreadsCount } = await import('@tensorflow/tfjs-backend-wasm');
  const { registerWasmGradients } = await import('../kernels/wasmGradients');
  registerWasmGradients();
  if (files !== null && findStarted('wasm') === null) {
    setWasmPaths({ ...files });
    (await import('./wasmThreads')).keepThreadSource();
    if (globalThis.crossOriginIsolated) setThreadsCount(Math.min(8, Math.max(1, navigator.hardwareConcurrency)));
  }
  if (!(await activate('wasm'))) return 0;
  return globalThis.crossOriginIsolated ? Math.max(1, getThreadsCount()) : 1;
}

const started = new Set<BackendName>();
const findStarted = (name: BackendName) => (started.has(name) ? name : null);

async function start(name: BackendName, reason: BackendReason, adapter: Adapter, files: WasmFiles | null) {
  let threads = 1;
  let works: boolean;
  if (name === 'webgpu') {
    works = adapter.kind !== 'noWebGpu' && adapter.kind !== 'none' && (await startWebgpu(adapter.kind === 'software'));
  } else if (name === 'wasm') {
    threads = await startWasm(files);
    works = threads > 0;
  } else {
    if (name === 'webgl') await import('@tensorflow/tfjs-backend-webgl');
    else {
      await import('@tensorflow/tfjs-backend-cpu');
      (await import('../kernels/conv2dBackpropFilterCpu')).registerCpuGradients();
    }
    works = await activate(name);
  }
  if (!works) return null;
  started.add(name);
  const device = name === 'webgpu' ? (backend() as unknown as { device: GPUDevice }).device : null;
  const info = { name, reason, adapter: name === 'webgpu' ? adapter.text : '', threads };
  return { info, guard: new Guard(device), largestBuffer: device === null ? null : largestBufferOf(device) };
}

const largestBufferOf = ({ limits }: GPUDevice) => Math.min(limits.maxBufferSize, limits.maxStorageBufferBindingSize);

const withoutGpu: Readonly<Record<Exclude<Adapter['kind'], 'real'>, BackendReason>> = {
  software: 'softwareAdapterOnly',
  none: 'noAdapter',
  noWebGpu: 'noWebGpu',
};

/**
 * Starts the backend that is asked for. `auto` takes WebGPU on a real adapter; on a software adapter, or without one,
 * wasm is many times as fast; then WebGL, then cpu. `because` is the reason to give when WebGPU was just lost.
 * Throws `EngineError('backendUnavailable')` when a forced one does not work here, `LibraryChanged` when TensorFlow.js
 * is not as our patches take it to be: its numbers would be wrong.
 */
export async function selectBackend(
  force: BackendName | 'auto',
  files: WasmFiles | null,
  because: 'deviceLost' | null = null,
): Promise<ActiveBackend> {
  repairGradients();
  const adapter = await findAdapter();
  if (force !== 'auto') {
    const active = await start(force, 'forced', adapter, files);
    if (active === null) throw new EngineError({ code: 'backendUnavailable', data: { backend: force } });
    return active;
  }
  if (adapter.kind === 'real' && because === null) {
    const active = await start('webgpu', 'realAdapter', adapter, files);
    if (active !== null) return active;
  }
  const reason = because ?? (adapter.kind === 'real' ? 'noAdapter' : withoutGpu[adapter.kind]);
  const active =
    (await start('wasm', reason, adapter, files)) ??
    (await start('webgl', 'wasmMissing', adapter, files)) ??
    (await start('cpu', 'wasmMissing', adapter, files));
  if (active === null) throw new EngineError({ code: 'backendUnavailable', data: { backend: 'cpu' } });
  return active;
}

/** Back to one that is started: of another that does not start TensorFlow.js keeps the name, and takes any. */
export async function returnTo(name: BackendName): Promise<void> {
  await activate(name);
}

/** After a lost device: a fresh WebGPU backend of the same kind. Everything that lay on the old device is gone. */
export async function restartWebgpu(reason: BackendReason): Promise<ActiveBackend | null> {
  const factory = findBackendFactory('webgpu');
  if (factory === undefined) return null;
  removeBackend('webgpu');
  registerBackend('webgpu', factory, 3);
  return start('webgpu', reason, await findAdapter(), null);
}
