import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { webgpuKernel } from './kernel';
import { type Binding, type Shader, emptyTensor, runShader } from './shader';

const lanes = 32;

/** A group for every row: `shared_sum` adds up what its lanes have. */
const shaderFor = (tensors: readonly Binding[], code: string): Shader => ({
  tensors,
  integers: ['columns'],
  floats: ['epsilon'],
  together: lanes,
  code: `
var<workgroup> shares: array<f32, ${lanes}>;
fn shared_sum(share: f32, lane: i32) -> f32 {
  workgroupBarrier();
  shares[lane] = share;
  workgroupBarrier();
  var sum = 0.0;
  for (var other = 0; other < ${lanes}; other++) { sum += shares[other]; }
  return sum;
}
fn work(group: i32, lane: i32) {
  let start = group * numbers.columns + lane;
  let end = (group + 1) * numbers.columns;
  var share = 0.0;
  for (var at = start; at < end; at += ${lanes}) { share += p[at]; }
  let whole = shared_sum(share, lane);
  share = 0.0;
  ${code}
}`,
});

const forward = shaderFor(
  [{ name: 'losses', written: true }, { name: 'y' }, { name: 'p' }],
  `for (var at = start; at < end; at += ${lanes}) {
    share -= y[at] * log(clamp(p[at] / whole, numbers.epsilon, 1.0 - numbers.epsilon));
  }
  let loss = shared_sum(share, lane);
  if (lane == 0) { losses[group] = loss; }`,
);

/** The slope of a cut off probability is 0. */
const backward = shaderFor(
  [{ name: 'dp', written: true }, { name: 'y' }, { name: 'p' }, { name: 'dy' }],
  `for (var at = start; at < end; at += ${lanes}) {
    let part = p[at] / whole;
    if (part >= numbers.epsilon && part <= 1.0 - numbers.epsilon) { share -= y[at]; }
  }
  let sum = shared_sum(share, lane);
  for (var at = start; at < end; at += ${lanes}) {
    let part = p[at] / whole;
    var slope = 0.0;
    if (part >= numbers.epsilon && part <= 1.0 - numbers.epsilon) { slope = -y[at] / part; }
    dp[at] = (slope - sum) / whole * dy[group];
  }`,
);

function run(backend: WebGPUBackend, shader: Shader, tensors: readonly TensorInfo[], epsilon: number): TensorInfo {
  const { shape } = tensors[1]!;
  const columns = shape.at(-1)!;
  const given = { tensors, count: util.sizeFromShape(shape) / columns, numbers: { columns, epsilon } };
  runShader(backend, shader, { name: 'crossEntropy', ...given });
  return tensors[0]!;
}

/** Cross-entropy of every row of `p`, first made to add up to 1 and then kept `epsilon` away from 0 and 1, with that of `y`. */
export const crossEntropy = webgpuKernel<'y' | 'p', { epsilon: number }>(
  'CrossEntropy',
  ({ device, inputs: { y, p }, attributes: { epsilon } }) => {
    const losses = emptyTensor(device, p.shape.slice(0, -1));
    return run(device, forward, [losses, y, p], epsilon);
  },
);

/** Its gradient with respect to `p`. */
export const crossEntropyGradient = webgpuKernel<'y' | 'p' | 'dy', { epsilon: number }>(
  'CrossEntropyGradient',
  ({ device, inputs: { y, p, dy }, attributes: { epsilon } }) => {
    const dp = emptyTensor(device, p.shape);
    return run(device, backward, [dp, y, p, dy], epsilon);
  },
);
