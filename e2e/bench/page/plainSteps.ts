import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs';
import { tfjsCall } from '../../../src/compile/tfjsCall';
import { wasmFiles } from '../../../src/engine/backend/wasmFiles';
import { keepThreadSource } from '../../../src/engine/backend/wasmThreads';
import { bareModel } from './bareFit';
import { type NetName, netOf } from './nets';
import { type Steps, heapBytes, profiled } from './trainingSteps';

/**
 * The same net in plain TensorFlow.js on its wasm backend, as its `trainOnBatch` trains it; in words why not, where its
 * backend lacks a kernel that training needs.
 */
export async function plainSteps(name: NetName, count: number): Promise<Steps | string> {
  setWasmPaths({ ...wasmFiles });
  // Minified, TensorFlow.js starts no threads.
  keepThreadSource();
  await tf.setBackend('wasm');
  await tf.ready();
  const { plan, dataset, batchSize } = netOf(name);
  const lacks = plan.steps.find(
    ({ inputs, ...step }) => inputs.length > 0 && !('layers' in step) && tfjsCall(step).own,
  );
  if (lacks !== undefined) return `tf.layers has no ${lacks.name}`;
  const model = bareModel(plan);
  model.compile({ optimizer: tf.train.adam(0.001), loss: 'sparseCategoricalCrossentropy' });
  const values = Float32Array.from(dataset.values, (value) => (dataset.kind === 'text' ? value : value / 255));
  const x = tf.tensor(values, [dataset.count, ...dataset.shape]).slice(0, batchSize);
  const y = tf.tensor2d(
    values.slice(0, batchSize).map((value) => Math.floor(value) % 10),
    [batchSize, 1],
  );
  const losses: number[] = [];
  const step = async () => {
    losses.push((await model.trainOnBatch(x, y)) as number);
  };
  try {
    for (let warm = 0; warm < 2; warm++) await step();
  } catch (error) {
    const lacking = /Kernel '(\w+)' not registered/.exec(String(error));
    if (lacking === null) throw error;
    return `lacks ${lacking[1]}`;
  }
  const times: number[] = [];
  while (times.length < count) {
    const start = performance.now();
    await step();
    times.push(performance.now() - start);
  }
  return { times, losses, heap: heapBytes(), threads: 1, ...(await profiled(step)) };
}
