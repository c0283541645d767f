import * as tf from '@tensorflow/tfjs-core';

/** How often a step hands something to the WebGPU device; 0 where there is none. */
export async function handedOver(work: () => Promise<unknown>): Promise<{ dispatches: number; submits: number }> {
  const counts = { dispatches: 0, submits: 0 };
  if (!('GPUQueue' in globalThis)) {
    await work();
    return counts;
  }
  const [pass, queue] = [GPUComputePassEncoder.prototype, GPUQueue.prototype];
  const { dispatchWorkgroups } = pass;
  const { submit } = queue;
  pass.dispatchWorkgroups = function (...sizes) {
    counts.dispatches++;
    return dispatchWorkgroups.apply(this, sizes);
  };
  queue.submit = function (commands) {
    counts.submits++;
    return submit.call(this, commands);
  };
  try {
    await work();
  } finally {
    pass.dispatchWorkgroups = dispatchWorkgroups;
    queue.submit = submit;
  }
  return counts;
}

interface Timer {
  readonly name: string;
  readonly query: Promise<number>;
}
interface Timing {
  activeTimers: Timer[] | null;
  recordAndSubmit(program: { readonly shaderKey: string }, ...rest: unknown[]): void;
}

/** Milliseconds on the device and calls of every kind of shader in one step, by TensorFlow.js's own timers. */
export async function timedShaders(
  work: () => Promise<unknown>,
): Promise<[name: string, time: number, calls: number][]> {
  const backend = tf.backend() as unknown as Timing;
  const { recordAndSubmit } = backend;
  const names: string[] = [];
  const timers: Timer[] = [];
  backend.recordAndSubmit = function (program, ...rest) {
    names.push(program.shaderKey.split(/[_;,]/).slice(0, 2).join('_'));
    return recordAndSubmit.call(this, program, ...rest);
  };
  backend.activeTimers = timers;
  try {
    await work();
  } finally {
    backend.activeTimers = null;
    backend.recordAndSubmit = recordAndSubmit;
  }
  const times = await Promise.all(timers.map(({ query }) => query));
  const spent = new Map<string, [time: number, calls: number]>();
  for (const [index, name] of names.entries()) {
    const [time, calls] = spent.get(name) ?? [0, 0];
    spent.set(name, [time + (times[index] ?? 0), calls + 1]);
  }
  return [...spent].map(([name, [time, calls]]) => [name, time, calls]);
}
