import * as tf from '@tensorflow/tfjs';
import type { Plan } from '../../../src/compile/plan';
import { tfjsCall } from '../../../src/compile/tfjsCall';
import { loadDigits } from '../../../src/data/digits/loadDigits';
import { selectBackend } from '../../../src/engine/backend/backend';
import type { BackendName } from '../../../src/engine/protocol/backendInfo';
import { wasmFiles } from '../../../src/engine/backend/wasmFiles';

/** The plan as tfjs's own layers, with tfjs's own initial weights. */
export function bareModel(plan: Plan): tf.LayersModel {
  const outputs = new Map<string, tf.SymbolicTensor>();
  for (const step of plan.steps) {
    if (step.inputs.length === 0) {
      outputs.set(step.name, tf.input({ shape: [...step.shape] }));
      continue;
    }
    const { factory, args } = tfjsCall(step);
    const plain = Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null && !isRole(value)));
    const make = (tf.layers as unknown as Record<string, (config: object) => tf.layers.Layer>)[factory]!;
    outputs.set(step.name, make(plain).apply(step.inputs.map((name) => outputs.get(name)!)[0]!) as tf.SymbolicTensor);
  }
  return tf.model({ inputs: outputs.get(plan.inputs[0]!)!, outputs: outputs.get(plan.outputs[0]!)! });
}

const isRole = (value: unknown) => typeof value === 'object' && value !== null && 'role' in value;

/** Images per second of a plain `model.fit` over the digits, measured for `seconds` after a warm-up of as long. */
export async function bareSpeed(plan: Plan, backend: BackendName, batchSize: number, seconds: number): Promise<number> {
  await selectBackend(backend, wasmFiles);
  const { values, target } = await loadDigits();
  const labels = target.kind === 'classes' ? target.labels : new Uint8Array();
  const count = 8500;
  const x = tf.tensor4d(
    Float32Array.from(values.subarray(0, count * 784)).map((value) => value / 255),
    [count, 28, 28, 1],
  );
  const y = tf.tensor2d(Float32Array.from(labels.subarray(0, count)), [count, 1]);
  const model = bareModel(plan);
  model.compile({ optimizer: tf.train.adam(0.001), loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  const begun = performance.now();
  let [first, last] = [
    { time: 0, images: 0 },
    { time: 0, images: 0 },
  ];
  let done = 0;
  await model.fit(x, y, {
    batchSize,
    epochs: 1000,
    callbacks: {
      onBatchEnd: async (_, logs) => {
        done += logs!['size'] as number;
        const now = { time: performance.now(), images: done };
        if (now.time - begun < seconds * 1000 || first.time === 0) first = now;
        last = now;
        if (now.time - begun > 2000 * seconds) model.stopTraining = true;
      },
    },
  });
  tf.dispose([x, y]);
  model.dispose();
  return ((last.images - first.images) / (last.time - first.time)) * 1000;
}
