import * as tf from '@tensorflow/tfjs-core';

type Computed = (inputs: readonly tf.Tensor[]) => readonly tf.Tensor[];

/** Numbers without ties that depend only on the shape. */
const numbers = (shape: readonly number[], seed: number) => tf.randomNormal([...shape], 0, 1, 'float32', seed);

async function run(backend: string, shapes: readonly (readonly number[])[], compute: Computed) {
  await tf.setBackend(backend);
  const inputs = shapes.map((shape, index) => numbers(shape, index + 1));
  const before = tf.memory().numTensors;
  const computed = tf.tidy(() => [...compute(inputs)]);
  const results = await Promise.all(
    computed.map(async (tensor) => ({ shape: tensor.shape, data: Array.from(await tensor.data()) })),
  );
  tf.dispose(computed);
  const tensors = tf.memory().numTensors - before;
  tf.dispose(inputs);
  return { results, tensors };
}

/** The same as on cpu, and nothing left behind: for `toEqual`. */
export const asOnCpu = { left: 0, shapes: true, same: true };

/**
 * Computes the same from inputs of these shapes on cpu and, twice, on another backend. Are the numbers within `tolerance`,
 * relative to the largest of each result? And what stays in the memory of the backend?
 */
export async function besideCpu(
  shapes: readonly (readonly number[])[],
  compute: Computed,
  tolerance = 1e-5,
  backend = 'wasm',
) {
  const expected = await run('cpu', shapes, compute);
  await run(backend, shapes, compute);
  const before = tf.backend().numDataIds();
  const got = await run(backend, shapes, compute);
  const left = tf.backend().numDataIds() - before + got.tensors;
  const differences = got.results.map(({ data }, index) => {
    const wanted = expected.results[index]!.data;
    const scale = wanted.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) || 1;
    return data.reduce((worst, value, at) => Math.max(worst, Math.abs(value - wanted[at]!)), 0) / scale;
  });
  const shapesOf = ({ results }: typeof got) => JSON.stringify(results.map(({ shape }) => shape));
  return {
    left,
    shapes: shapesOf(got) === shapesOf(expected),
    same: Math.max(...differences) < tolerance || differences,
  };
}

/** The value of `f`, and the gradients of Σ f² with respect to all inputs: `dy` is then different everywhere. */
export const withGradients =
  (f: (...inputs: tf.Tensor[]) => tf.Tensor): Computed =>
  (inputs) => [f(...inputs), ...tf.grads((...all: tf.Tensor[]) => tf.sum(tf.square(f(...all))))([...inputs])];
