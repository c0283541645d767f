import { rowPartNames, rowParts } from './rowParts';
import { webgpuKernel } from './kernel';
import { type Shader, emptyTensor, runShader } from './shader';

/**
 * Of every part and channel Σ dy and Σ dy · (x − mean); in the lines behind them, of every channel, its mean, 1 / √(variance +
 * epsilon), and that times gamma.
 */
const sums = (scaled: boolean): Shader => ({
  tensors: [
    { name: 'parts', written: true },
    { name: 'x' },
    { name: 'dy' },
    { name: 'mean' },
    { name: 'variance' },
    ...(scaled ? [{ name: 'gamma' }] : []),
  ],
  integers: rowPartNames,
  floats: ['epsilon'],
  code: `
fn work(index: i32) {
  let column = index % numbers.columns;
  let part = index / numbers.columns;
  let middle = mean[column];
  var sum = 0.0;
  var product = 0.0;
  for (var row = part * numbers.each; row < min(numbers.rows, (part + 1) * numbers.each); row++) {
    let at = row * numbers.columns + column;
    sum += dy[at];
    product += dy[at] * (x[at] - middle);
  }
  parts[part * 2 * numbers.columns + column] = sum;
  parts[(part * 2 + 1) * numbers.columns + column] = product;
  if (part == 0) {
    let inverse = 1.0 / sqrt(variance[column] + numbers.epsilon);
    let behind = numbers.parts * 2 * numbers.columns + column;
    parts[behind] = middle;
    parts[behind + numbers.columns] = inverse;
    parts[behind + 2 * numbers.columns] = inverse * ${scaled ? 'gamma[column]' : '1.0'};
  }
}`,
});

const back: Shader = {
  tensors: [
    { name: 'dx', written: true },
    { name: 'dGamma', written: true },
    { name: 'dBeta', written: true },
    { name: 'x' },
    { name: 'dy' },
    { name: 'parts' },
  ],
  integers: rowPartNames,
  code: `
fn work(index: i32) {
  let column = index % numbers.columns;
  let block = index / numbers.columns;
  var sum = 0.0;
  var product = 0.0;
  for (var part = 0; part < numbers.parts; part++) {
    sum += parts[part * 2 * numbers.columns + column];
    product += parts[(part * 2 + 1) * numbers.columns + column];
  }
  let behind = numbers.parts * 2 * numbers.columns + column;
  let middle = parts[behind];
  let inverse = parts[behind + numbers.columns];
  let factor = parts[behind + 2 * numbers.columns];
  if (block == 0) {
    dGamma[column] = product * inverse;
    dBeta[column] = sum;
  }
  let less = sum / f32(numbers.rows);
  let slope = product * inverse * inverse / f32(numbers.rows);
  for (var row = block * numbers.block; row < min(numbers.rows, (block + 1) * numbers.block); row++) {
    let at = row * numbers.columns + column;
    dx[at] = factor * (dy[at] - less - (x[at] - middle) * slope);
  }
}`,
};

/** The gradients of a batch's normalization: `[dx, dGamma, dBeta]`. */
export const batchNormalizationGradient = webgpuKernel<'x' | 'dy' | 'mean' | 'variance', { epsilon: number }, 'gamma'>(
  'BatchNormalizationGradient',
  ({ device, inputs: { x, dy, mean, variance, gamma }, attributes: { epsilon } }) => {
    const shared = rowParts(x);
    const { columns, parts: count, blocks } = shared;
    const parts = emptyTensor(device, [count * 2 + 3, columns]);
    runShader(device, sums(gamma !== undefined), {
      name: 'normalizationSums',
      tensors: [parts, x, dy, mean, variance, ...(gamma ? [gamma] : [])],
      count: count * columns,
      numbers: { ...shared, epsilon },
    });
    const made = [emptyTensor(device, x.shape), emptyTensor(device, [columns]), emptyTensor(device, [columns])];
    const given = { tensors: [...made, x, dy, parts], count: blocks * columns, numbers: { ...shared } };
    runShader(device, back, { name: 'batchNormalizationGradient', ...given });
    device.disposeData(parts.dataId);
    return made;
  },
);
