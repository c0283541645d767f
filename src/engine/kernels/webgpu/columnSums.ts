import { type KernelConfig, util } from '@tensorflow/tfjs-core';
import { webgpuKernelInstead } from './kernel';
import { type Shader, emptyTensor, runShader } from './shader';

/** Columns of a group, and how many of its lanes share the rows of each. */
const [columns, sharers] = [4, 64];

const shader: Shader = {
  tensors: [{ name: 'sums', written: true }, { name: 'x' }],
  integers: ['rows', 'columns'],
  together: columns * sharers,
  code: `
var<workgroup> shares: array<f32, ${columns * sharers}>;
fn work(group: i32, lane: i32) {
  let column = group * ${columns} + lane % ${columns};
  var sum = 0.0;
  if (column < numbers.columns) {
    for (var row = lane / ${columns}; row < numbers.rows; row += ${sharers}) { sum += x[row * numbers.columns + column]; }
  }
  shares[lane] = sum;
  workgroupBarrier();
  if (lane >= ${columns} || column >= numbers.columns) { return; }
  for (var other = 1; other < ${sharers}; other++) { sum += shares[other * ${columns} + lane]; }
  sums[column] = sum;
}`,
};

/** Sums over the first axes, as the gradients of biases are, in one dispatch: TensorFlow.js turns the tensor round first. */
export const columnSums = (): KernelConfig =>
  webgpuKernelInstead<'x', { axis: number | number[]; keepDims: boolean }>(
    'Sum',
    ({ device, inputs: { x }, attributes: { axis, keepDims } }) => {
      const axes = util.parseAxisParam(axis, x.shape).toSorted((one, other) => one - other);
      const leading = axes.length > 0 && axes.length < x.shape.length && axes.every((each, at) => each === at);
      const width = util.sizeFromShape(x.shape.slice(axes.length));
      const rows = util.sizeFromShape(x.shape.slice(0, axes.length));
      if (!leading || x.dtype !== 'float32' || width * rows === 0 || device.shouldExecuteOnCPU([x])) return null;
      const sums = emptyTensor(device, [...(keepDims ? axes.map(() => 1) : []), ...x.shape.slice(axes.length)]);
      const given = { tensors: [sums, x], count: Math.ceil(width / columns), numbers: { rows, columns: width } };
      runShader(device, shader, { name: 'columnSums', ...given });
      return sums;
    },
  );
