import { type Conv2DBackpropInputAttrs, backend_util } from '@tensorflow/tfjs-core';
import { geometry, geometryNames } from './geometry';
import { webgpuKernel } from './kernel';
import { type Shader, emptyTensor, runShader } from './shader';

const four = [0, 1, 2, 3];

/**
 * Sixteen values: four channels of four places that lie strides apart, so that all of them are met by the same weights of the
 * filter.
 */
function shaderFor(fours: boolean): Shader {
  const load = (from: string, line: string) =>
    fours ? `${from}[(${line} + n) / 4]` : `some_${from}(${line} + n, min(4, numbers.outChannels - n))`;
  const some = (from: string) => `
fn some_${from}(start: i32, count: i32) -> vec4f {
  var values = vec4f();
  for (var at = 0; at < count; at++) { values[at] = ${from}[start + at]; }
  return values;
}`;
  return {
    tensors: [
      { name: 'dx', written: true },
      { name: 'dy', vec4: fours },
      { name: 'weights', vec4: fours },
    ],
    integers: [...geometryNames, 'blocks'],
    code: `${fours ? '' : some('dy') + some('weights')}
fn work(index: i32) {
  let channelFours = (numbers.inChannels + 3) / 4;
  let channel = index % channelFours * 4;
  let place = index / channelFours;
  let shift = place % numbers.strideWidth;
  let block = place / numbers.strideWidth % numbers.blocks;
  let line = place / numbers.strideWidth / numbers.blocks;
  let row = line % numbers.inHeight;
  let sample = line / numbers.inHeight;
  let column = block * 4 * numbers.strideWidth + shift;
  if (column >= numbers.inWidth) { return; }
  var sums = array<vec4f, 4>();
  for (var tapRow = 0; tapRow < numbers.filterHeight; tapRow++) {
    let down = row + numbers.top - tapRow;
    let outRow = down / numbers.strideHeight;
    if (down < 0 || down % numbers.strideHeight != 0 || outRow >= numbers.outHeight) { continue; }
    for (var tapColumn = 0; tapColumn < numbers.filterWidth; tapColumn++) {
      let right = column + numbers.left - tapColumn + 4 * numbers.strideWidth * numbers.filterWidth;
      if (right % numbers.strideWidth != 0) { continue; }
      let outColumn = right / numbers.strideWidth - 4 * numbers.filterWidth;
      let outColumns = vec4i(outColumn, outColumn + 1, outColumn + 2, outColumn + 3);
      let inside = (outColumns >= vec4i(0)) & (outColumns < vec4i(numbers.outWidth));
      if (!any(inside)) { continue; }
      let above = ((sample * numbers.outHeight + outRow) * numbers.outWidth + outColumns) * numbers.outChannels;
      let tap = (tapRow * numbers.filterWidth + tapColumn) * numbers.inChannels;
      let lines = (tap + min(vec4i(channel, channel + 1, channel + 2, channel + 3), vec4i(numbers.inChannels - 1))) * numbers.outChannels;
      for (var n = 0; n < numbers.outChannels; n += 4) {
        ${four.map((at) => `let w${at} = ${load('weights', `lines[${at}]`)};`).join('\n        ')}
        ${four
          .map(
            (at) => `if (inside[${at}]) {
          let value = ${load('dy', `above[${at}]`)};
          sums[${at}] += vec4f(dot(value, w0), dot(value, w1), dot(value, w2), dot(value, w3));
        }`,
          )
          .join('\n        ')}
      }
    }
  }
  for (var at = 0; at < 4; at++) {
    let here = column + at * numbers.strideWidth;
    if (here >= numbers.inWidth) { break; }
    let to = ((sample * numbers.inHeight + row) * numbers.inWidth + here) * numbers.inChannels + channel;
    for (var other = 0; other < min(4, numbers.inChannels - channel); other++) { dx[to + other] = sums[at][other]; }
  }
}`,
  };
}

/** Gradient of a convolution with respect to its input. */
export const inputGradient = webgpuKernel<'dy' | 'filter', Conv2DBackpropInputAttrs>(
  'Conv2DBackpropInput',
  ({ device, inputs: { dy, filter }, attributes: { strides, pad, dimRoundingMode, inputShape } }) => {
    const window = filter.shape as [number, number, number, number];
    const info = backend_util.computeConv2DInfo(inputShape, window, strides, 1, pad, dimRoundingMode);
    const { batchSize, inHeight, inWidth, inChannels, strideWidth } = info;
    const dx = emptyTensor(device, info.inShape);
    const blocks = Math.ceil(inWidth / (4 * strideWidth));
    runShader(device, shaderFor(info.outChannels % 4 === 0), {
      name: 'inputGradient',
      tensors: [dx, dy, filter],
      count: batchSize * inHeight * blocks * strideWidth * Math.ceil(inChannels / 4),
      numbers: { ...geometry(info), blocks },
    });
    return dx;
  },
);
