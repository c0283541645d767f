import { webgpuKernel } from './kernel';
import { type Shader, emptyTensor, runShader } from './shader';

const lanes = 64;

/** One group for all samples. What is no finite number is told by its bits: a compiler takes a product with 0 for 0. */
const shader: Shader = {
  tensors: [{ name: 'sums', written: true }, { name: 'whole' }, { name: 'loss' }, { name: 'y' }, { name: 'p' }],
  integers: ['rows', 'columns'],
  floats: ['positive', 'none'],
  together: lanes,
  code: `
var<workgroup> shares: array<array<f32, 7>, ${lanes}>;
fn work(group: i32, lane: i32) {
  var own = array<f32, 7>();
  let width = f32(numbers.columns);
  for (var row = lane; row < numbers.rows; row += ${lanes}) {
    let start = row * numbers.columns;
    var said = start;
    var meant = start;
    var alike = false;
    for (var at = start; at < start + numbers.columns; at++) {
      let difference = p[at] - y[at];
      let yes = p[at] > numbers.positive;
      let truly = y[at] > numbers.positive;
      if (p[at] > p[said]) { said = at; }
      if (y[at] > y[meant]) { meant = at; }
      alike = yes == truly;
      own[0] += select(0.0, 1.0, (bitcast<u32>(p[at]) & 0x7f800000u) == 0x7f800000u);
      own[2] += difference * difference / width;
      own[3] += abs(difference) / width;
      own[4] += select(0.0, 1.0, yes && truly);
      own[5] += select(0.0, 1.0, yes);
      own[6] += select(0.0, 1.0, truly);
    }
    if (numbers.columns > 1) { alike = said == meant; }
    own[1] += select(0.0, 1.0, alike);
  }
  shares[lane] = own;
  workgroupBarrier();
  if (lane >= 7) { return; }
  var sum = 0.0;
  for (var other = 0; other < ${lanes}; other++) { sum += shares[other][lane]; }
  let samples = f32(numbers.rows);
  if (lane == 0) {
    if (sum > 0.0) { sum = numbers.none; }
    sums[0] = (whole[0] + sum) * samples;
    sums[1] = samples;
    sum = (loss[0] + sum) * samples;
  }
  sums[lane + 2] = sum;
}`,
};

/**
 * What a batch adds to an epoch: its whole loss and its samples, then of its only output the loss, right answers, squares,
 * absolutes, true positives, positives and actual ones.
 */
export const batchSums = webgpuKernel<'whole' | 'loss' | 'y' | 'p', { positive: number }>(
  'BatchSums',
  ({ device, inputs: { whole, loss, y, p }, attributes: { positive } }) => {
    const [rows, columns] = p.shape as [number, number];
    const sums = emptyTensor(device, [9]);
    const given = { tensors: [sums, whole, loss, y, p], count: 1, numbers: { rows, columns, positive, none: NaN } };
    runShader(device, shader, { name: 'batchSums', ...given });
    return sums;
  },
);
