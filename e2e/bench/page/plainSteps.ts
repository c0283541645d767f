import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs';
import { wasmFiles } from '../../../src/engine/backend/wasmFiles';
import { keepThreadSource } from '../../../src/engine/backend/wasmThreads';
import { bareModel } from './bareFit';
import { type NetName, netOf } from './nets';
import { type Steps, type TrainedOn, heapBytes, profiled, timedSteps } from './trainingSteps';

/** Text of what TensorFlow.js says it cannot do. */
const told = (error: unknown) => /Kernel '\w+' not registered/.exec(String(error))?.[0] ?? String(error).slice(0, 80);

/**
 * The same net in plain TensorFlow.js, as its `trainOnBatch` trains it; what it says where it cannot
 * build or train it.
 */
export async function plainSteps(
  name: NetName,
  seconds: number,
  backend: TrainedOn,
  profile: boolean,
): Promise<Steps | string> {
  setWasmPaths({ ...wasmFiles });
  // Minified, TensorFlow.js starts no threads.
  keepThreadSource();
  if (backend === 'webgpu') await import('@tensorflow/tfjs-backend-webgpu');
  await tf.setBackend(backend);
  await tf.ready();
  const { plan, dataset, batchSize } = netOf(name);
  const values = Float32Array.from(dataset.values, (value) => (dataset.kind === 'text' ? value : value / 255));
  const x = tf.tensor(values, [dataset.count, ...dataset.shape]).slice(0, batchSize);
  const y = tf.tensor2d(
    values.slice(0, batchSize).map((value) => Math.floor(value) % 10),
    [batchSize, 1],
  );
  const losses: number[] = [];
  let step: () => Promise<void>;
  try {
    const model = bareModel(plan);
    model.compile({ optimizer: tf.train.adam(0.001), loss: 'sparseCategoricalCrossentropy' });
    step = async () => void losses.push((await model.trainOnBatch(x, y)) as number);
    await step();
  } catch (error) {
    return told(error);
  }
  const times = await timedSteps(step, seconds);
  return { times, losses, heap: heapBytes(), threads: 1, ...(await profiled(step, profile)) };
}
