import { util } from '@tensorflow/tfjs-core';
import { webgpuKernel } from './kernel';
import { type Shader, emptyTensor, runShader } from './shader';

/** The least and the largest float that every device keeps as it is. */
const [smallest, largest] = [2 ** -126, 3.4028234663852886e38];

const shader: Shader = {
  tensors: [{ name: 'dx', written: true }, { name: 'x' }, { name: 'dy' }],
  floats: ['least', 'most'],
  code: `
fn work(index: i32) {
  let value = x[index];
  dx[index] = select(0.0, dy[index], value >= numbers.least && value <= numbers.most);
}`,
};

/** `dy` where x lies between two numbers, or is one of them, else 0. */
export const passedBetween = webgpuKernel<'x' | 'dy', { least: number; most: number }>(
  'PassedBetween',
  ({ device, inputs: { x, dy }, attributes: { least, most } }) => {
    const dx = emptyTensor(device, x.shape);
    const lower = least > 0 ? Math.max(least, smallest) : Math.max(least, -largest);
    const numbers = { least: lower, most: Math.min(most, largest) };
    const given = { tensors: [dx, x, dy], count: util.sizeFromShape(x.shape), numbers };
    runShader(device, shader, { name: 'passedBetween', ...given });
    return dx;
  },
);
