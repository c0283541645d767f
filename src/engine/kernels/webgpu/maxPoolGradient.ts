import { type MaxPoolGradAttrs, backend_util, util } from '@tensorflow/tfjs-core';
import { geometry, geometryNames } from './geometry';
import { webgpuKernel } from './kernel';
import { type Shader, emptyTensor, runShader } from './shader';

/** Every place looks at the windows that it lies in, and takes what comes from those whose first largest value it is. */
const shader: Shader = {
  tensors: [{ name: 'dx', written: true }, { name: 'x' }, { name: 'dy' }],
  integers: geometryNames,
  code: `
fn work(index: i32) {
  let channels = numbers.inChannels;
  let channel = index % channels;
  let column = index / channels % numbers.inWidth;
  let row = index / channels / numbers.inWidth % numbers.inHeight;
  let sample = index / channels / numbers.inWidth / numbers.inHeight;
  let own = x[index];
  let picture = sample * numbers.inHeight * numbers.inWidth;
  let lowest = (max(0, row + numbers.top - numbers.filterHeight + 1) + numbers.strideHeight - 1) / numbers.strideHeight;
  let first = (max(0, column + numbers.left - numbers.filterWidth + 1) + numbers.strideWidth - 1) / numbers.strideWidth;
  var sum = 0.0;
  for (var outRow = lowest; outRow <= min(numbers.outHeight - 1, (row + numbers.top) / numbers.strideHeight); outRow++) {
    for (var outColumn = first; outColumn <= min(numbers.outWidth - 1, (column + numbers.left) / numbers.strideWidth); outColumn++) {
      let top = outRow * numbers.strideHeight - numbers.top;
      let left = outColumn * numbers.strideWidth - numbers.left;
      var largest = true;
      for (var y = max(0, top); y < min(numbers.inHeight, top + numbers.filterHeight); y++) {
        for (var at = max(0, left); at < min(numbers.inWidth, left + numbers.filterWidth); at++) {
          let other = x[(picture + y * numbers.inWidth + at) * channels + channel];
          let before = y < row || (y == row && at < column);
          largest = largest && !(other > own || (before && other == own));
        }
      }
      if (largest) {
        sum += dy[((sample * numbers.outHeight + outRow) * numbers.outWidth + outColumn) * channels + channel];
      }
    }
  }
  dx[index] = sum;
}`,
};

/** Gradient of max pooling: `dy` goes to the first largest value of each window; in one dispatch, without a tensor between. */
export const maxPoolGradient = webgpuKernel<'dy' | 'input', MaxPoolGradAttrs>(
  'MaxPoolGrad',
  ({ device, inputs: { dy, input }, attributes: { filterSize, strides, pad, dimRoundingMode } }) => {
    const shape = input.shape as [number, number, number, number];
    const info = backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
    const dx = emptyTensor(device, shape);
    runShader(device, shader, {
      name: 'maxPoolGradient',
      tensors: [dx, input, dy],
      count: util.sizeFromShape(shape),
      numbers: geometry(info),
    });
    return dx;
  },
);
