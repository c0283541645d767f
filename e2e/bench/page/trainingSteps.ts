import * as tf from '@tensorflow/tfjs-core';
import { batchesOf } from '../../../src/data/batches';
import { initialTraining } from '../../../src/document/training';
import { selectBackend } from '../../../src/engine/backend/backend';
import { wasmFiles } from '../../../src/engine/backend/wasmFiles';
import { buildModel } from '../../../src/engine/model/model';
import { initialise } from '../../../src/engine/model/trainableModel';
import { Optimizer } from '../../../src/engine/training/updates/optimizer';
import { taskFor } from '../../../src/engine/training/taskFor';
import { trainStep } from '../../../src/engine/training/trainStep';
import { handedOver, timedShaders } from './deviceWork';
import { type NetName, netOf } from './nets';

/** The backends whose training is measured. */
export type TrainedOn = 'wasm' | 'webgpu';

/** What some training steps took. */
export interface Steps {
  /** Milliseconds of every step. */
  readonly times: readonly number[];
  /** Loss of every step, from the first. */
  readonly losses: readonly number[];
  /** Kernels that one step calls. */
  readonly kernels: number;
  /** Bytes of wasm's memory, which never shrinks, or of the device's buffers, after the last step. */
  readonly heap: number;
  /** What one step hands to the device; 0 on other backends than WebGPU. */
  readonly dispatches: number;
  readonly submits: number;
  readonly threads: number;
  /** Milliseconds of a step in every kind of kernel (on WebGPU: of shader, on the device), the longest first. */
  readonly profile: readonly (readonly [kernel: string, milliseconds: number, calls: number])[];
}

export const heapBytes = () => {
  const { wasm } = tf.backend() as unknown as { wasm?: { HEAPU8: Uint8Array } };
  if (wasm !== undefined) return wasm.HEAPU8.buffer.byteLength;
  return (tf.memory() as unknown as { numBytesAllocatedInGPU?: number }).numBytesAllocatedInGPU ?? 0;
};

/** How often the kernels of the backend in use are called during `work`, and how long each takes without those it calls. */
export async function profiled(
  work: () => Promise<unknown>,
  shaders: boolean,
): Promise<Pick<Steps, 'kernels' | 'profile' | 'dispatches' | 'submits'>> {
  const spent = new Map<string, { own: number; calls: number }>();
  const inside: number[] = [];
  const kernels = tf.getKernelsForBackend(tf.getBackend());
  const before = kernels.map((kernel) => kernel.kernelFunc);
  for (const kernel of kernels) {
    const { kernelName, kernelFunc } = kernel;
    kernel.kernelFunc = (given) => {
      const start = performance.now();
      inside.push(0);
      try {
        return kernelFunc(given);
      } finally {
        const all = performance.now() - start;
        const entry = spent.get(kernelName) ?? { own: 0, calls: 0 };
        spent.set(kernelName, { own: entry.own + all - inside.pop()!, calls: entry.calls + 1 });
        if (inside.length > 0) inside[inside.length - 1]! += all;
      }
    };
  }
  const { dispatches, submits } = await handedOver(work);
  kernels.forEach((kernel, at) => (kernel.kernelFunc = before[at]!));
  const inKernels = [...spent].map(([name, { own, calls }]) => [name, own, calls] as const);
  const profile = tf.getBackend() === 'webgpu' && shaders ? await timedShaders(work) : inKernels;
  return {
    dispatches,
    submits,
    kernels: inKernels.reduce((sum, [, , calls]) => sum + calls, 0),
    profile: profile.toSorted(([, one], [, other]) => other - one),
  };
}

/** Milliseconds of each step that is begun within so many seconds, at least three, of none one; the first second is for warming up. */
export async function timedSteps(step: () => Promise<void>, seconds: number): Promise<readonly number[]> {
  const [begun, warm] = [performance.now(), seconds > 0 ? 1000 : 0];
  do await step();
  while (performance.now() - begun < warm);
  const times: number[] = [];
  const measured = performance.now();
  while (times.length < (seconds > 0 ? 3 : 1) || performance.now() - measured < seconds * 1000) {
    const start = performance.now();
    await step();
    times.push(performance.now() - start);
  }
  return times;
}

/** Training steps of our engine, in this thread for so many seconds, then one that is profiled. */
export async function engineSteps(
  name: NetName,
  seconds: number,
  backend: TrainedOn,
  profile: boolean,
): Promise<Steps> {
  const { info } = await selectBackend(backend, wasmFiles);
  const { plan, dataset, batchSize } = netOf(name);
  const built = buildModel(plan);
  initialise(built, 11);
  const training = { ...initialTraining, validationSplit: null, batchSize };
  const task = taskFor(built, dataset, training);
  const optimizer = new Optimizer('adam', { learningRate: 0.001 });
  const batches = batchesOf(task, task.split.training);
  const losses: number[] = [];
  const step = async () => {
    const sums = trainStep(task, optimizer, batches[losses.length % batches.length]!, 1);
    const [loss] = await sums.data();
    losses.push(loss! / batchSize);
    sums.dispose();
  };
  const times = await timedSteps(step, seconds);
  const heap = heapBytes();
  return { times, losses, heap, threads: info.threads, ...(await profiled(step, profile)) };
}
