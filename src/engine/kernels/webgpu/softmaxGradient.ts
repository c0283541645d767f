import { util } from '@tensorflow/tfjs-core';
import { webgpuKernel } from './kernel';
import { type Shader, emptyTensor, runShader } from './shader';

const lanes = 32;

/** A group for every row: dx = (dy − Σ dy · y) · y. */
const shader: Shader = {
  tensors: [{ name: 'dx', written: true }, { name: 'y' }, { name: 'dy' }],
  integers: ['columns'],
  together: lanes,
  code: `
var<workgroup> shares: array<f32, ${lanes}>;
fn work(group: i32, lane: i32) {
  let start = group * numbers.columns;
  var share = 0.0;
  for (var at = lane; at < numbers.columns; at += ${lanes}) { share += dy[start + at] * y[start + at]; }
  shares[lane] = share;
  workgroupBarrier();
  var sum = 0.0;
  for (var other = 0; other < ${lanes}; other++) { sum += shares[other]; }
  for (var at = lane; at < numbers.columns; at += ${lanes}) { dx[start + at] = (dy[start + at] - sum) * y[start + at]; }
}`,
};

/** The gradient of softmax over the last axis, from its value `y`. */
export const softmaxGradient = webgpuKernel<'y' | 'dy'>('SoftmaxGradient', ({ device, inputs: { y, dy } }) => {
  const columns = y.shape.at(-1)!;
  const dx = emptyTensor(device, y.shape);
  const given = { tensors: [dx, y, dy], count: util.sizeFromShape(y.shape) / columns, numbers: { columns } };
  runShader(device, shader, { name: 'softmaxGradient', ...given });
  return dx;
});
