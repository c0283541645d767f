import { rowPartNames, rowParts } from './rowParts';
import { webgpuKernel } from './kernel';
import { type Shader, emptyTensor, runShader } from './shader';

/** What lies behind the parts, one line each; what is not given has this value there. */
const behind = { gamma: '1.0', beta: '0.0', movingMean: '0.0', movingVariance: '0.0' };
type Behind = keyof typeof behind;
const names = Object.keys(behind) as Behind[];

/** Of every part and channel the mean, and the sum of the squares around it. */
const moments = (given: readonly Behind[]): Shader => ({
  tensors: [{ name: 'parts', written: true }, { name: 'x' }, ...given.map((name) => ({ name }))],
  integers: rowPartNames,
  code: `
fn work(index: i32) {
  let column = index % numbers.columns;
  let part = index / numbers.columns;
  let first = part * numbers.each;
  let end = min(numbers.rows, first + numbers.each);
  var sum = 0.0;
  for (var row = first; row < end; row++) { sum += x[row * numbers.columns + column]; }
  let mean = sum / f32(end - first);
  var squares = 0.0;
  for (var row = first; row < end; row++) {
    let away = x[row * numbers.columns + column] - mean;
    squares += away * away;
  }
  parts[part * 2 * numbers.columns + column] = mean;
  parts[(part * 2 + 1) * numbers.columns + column] = squares;
  if (part == 0) {
    let line = numbers.parts * 2 * numbers.columns + column;
    ${names
      .map((name, at) => {
        const value = given.includes(name) ? `${name}[column]` : behind[name];
        return `parts[line + ${at} * numbers.columns] = ${value};`;
      })
      .join('\n    ')}
  }
}`,
});

const normalize = (follows: boolean): Shader => ({
  tensors: [
    ...['y', 'mean', 'variance', ...(follows ? ['nextMean', 'nextVariance'] : [])].map((name) => ({
      name,
      written: true,
    })),
    { name: 'x' },
    { name: 'parts' },
  ],
  integers: rowPartNames,
  floats: ['epsilon', 'momentum', 'rest'],
  code: `
fn work(index: i32) {
  let column = index % numbers.columns;
  let block = index / numbers.columns;
  var middle = 0.0;
  for (var part = 0; part < numbers.parts; part++) {
    let count = f32(min(numbers.rows, (part + 1) * numbers.each) - part * numbers.each);
    middle += parts[part * 2 * numbers.columns + column] * (count / f32(numbers.rows));
  }
  var squares = 0.0;
  for (var part = 0; part < numbers.parts; part++) {
    let count = f32(min(numbers.rows, (part + 1) * numbers.each) - part * numbers.each);
    let away = parts[part * 2 * numbers.columns + column] - middle;
    squares += parts[(part * 2 + 1) * numbers.columns + column] + count * away * away;
  }
  let spread = squares / f32(numbers.rows);
  let line = numbers.parts * 2 * numbers.columns + column;
  if (block == 0) {
    mean[column] = middle;
    variance[column] = spread;
    ${
      follows
        ? `nextMean[column] = parts[line + 2 * numbers.columns] * numbers.momentum + middle * numbers.rest;
    nextVariance[column] = parts[line + 3 * numbers.columns] * numbers.momentum + spread * numbers.rest;`
        : ''
    }
  }
  let factor = parts[line] / sqrt(spread + numbers.epsilon);
  let offset = parts[line + numbers.columns];
  for (var row = block * numbers.block; row < min(numbers.rows, (block + 1) * numbers.block); row++) {
    let at = row * numbers.columns + column;
    y[at] = (x[at] - middle) * factor + offset;
  }
}`,
});

/**
 * Normalizes `x`, whose channels come last, by what it says itself: `[y, mean, variance]`, with y = (x − mean) / √(variance +
 * epsilon) · gamma + beta; either of these may be missing. Of `movingMean` and `movingVariance` the next ones come behind:
 * moving · momentum + batch · (1 − momentum).
 */
export const batchNormalization = webgpuKernel<'x', { epsilon: number; momentum?: number }, Behind>(
  'BatchNormalization',
  ({ device, inputs, attributes: { epsilon, momentum = 0 } }) => {
    const { x } = inputs;
    const given = names.filter((name) => inputs[name] !== undefined);
    const follows = given.includes('movingMean');
    const shared = rowParts(x);
    const { columns, parts: count, blocks } = shared;
    const parts = emptyTensor(device, [count * 2 + names.length, columns]);
    const numbers = { ...shared, epsilon, momentum, rest: 1 - momentum };
    runShader(device, moments(given), {
      name: 'normalizationMoments',
      tensors: [parts, x, ...given.map((name) => inputs[name]!)],
      count: count * columns,
      numbers,
    });
    const channels = Array.from({ length: follows ? 4 : 2 }, () => emptyTensor(device, [columns]));
    const made = [emptyTensor(device, x.shape), ...channels];
    const tensors = [...made, x, parts];
    runShader(device, normalize(follows), { name: 'batchNormalization', tensors, count: blocks * columns, numbers });
    device.disposeData(parts.dataId);
    return made;
  },
);
