import { type KernelConfig, backend_util, env, util } from '@tensorflow/tfjs-core';
import type { ConvolutionAttributes } from '../native/convolution';
import { geometry, geometryNames } from './geometry';
import { webgpuKernelInstead } from './kernel';
import { type Shader, emptyTensor, runShader } from './shader';

const four = [0, 1, 2, 3];
/** What is done to the sums at the end. */
const ends: Readonly<Record<string, string>> = {
  linear: 'value',
  relu: 'max(value, vec4f())',
  relu6: 'clamp(value, vec4f(), vec4f(6.0))',
};

interface Kind {
  /** Channels that go in, and those that come out, are taken four at a time. */
  readonly inFours: boolean;
  readonly outFours: boolean;
  readonly biased: boolean;
  readonly end: string;
}

/** Sixteen values: four channels of four places beside each other. */
function shaderFor({ inFours, outFours, biased, end }: Kind): Shader {
  const quad = (name: string, at: string) => (outFours ? `${name}[(${at}) / 4]` : `some_${name}(${at}, wide)`);
  const some = (name: string) => `
fn some_${name}(start: i32, count: i32) -> vec4f {
  var values = vec4f();
  for (var at = 0; at < count; at++) { values[at] = ${name}[start + at]; }
  return values;
}`;
  const taken = inFours
    ? `for (var channel = 0; channel < numbers.inChannels; channel += 4) {
        ${four.map((at) => `let w${at} = ${quad('weights', `tap + (channel + ${at}) * numbers.outChannels`)};`).join('\n        ')}
        ${four
          .map(
            (at) => `if (inside[${at}]) {
          let seen = x[(places[${at}] + channel) / 4];
          sums[${at}] += seen.x * w0 + seen.y * w1 + seen.z * w2 + seen.w * w3;
        }`,
          )
          .join('\n        ')}
      }`
    : `for (var channel = 0; channel < numbers.inChannels; channel++) {
        let w = ${quad('weights', 'tap + channel * numbers.outChannels')};
        ${four.map((at) => `if (inside[${at}]) { sums[${at}] += x[places[${at}] + channel] * w; }`).join('\n        ')}
      }`;
  return {
    tensors: [
      { name: 'y', written: true, vec4: outFours },
      { name: 'x', vec4: inFours },
      { name: 'weights', vec4: outFours },
      ...(biased ? [{ name: 'bias', vec4: outFours }] : []),
    ],
    integers: [...geometryNames, 'down', 'across', 'blocks'],
    code: `${outFours ? '' : some('weights') + (biased ? some('bias') : '')}
fn work(index: i32) {
  let fours = (numbers.outChannels + 3) / 4;
  let to = index % fours * 4;
  let wide = min(4, numbers.outChannels - to);
  let column = index / fours % numbers.blocks * 4;
  let line = index / fours / numbers.blocks;
  let row = line % numbers.outHeight;
  let sample = line / numbers.outHeight;
  let columns = (vec4i(column, column + 1, column + 2, column + 3)) * numbers.strideWidth - numbers.left;
  var sums = array<vec4f, 4>();
  for (var tapRow = 0; tapRow < numbers.filterHeight; tapRow++) {
    let inRow = row * numbers.strideHeight - numbers.top + tapRow * numbers.down;
    if (inRow < 0 || inRow >= numbers.inHeight) { continue; }
    for (var tapColumn = 0; tapColumn < numbers.filterWidth; tapColumn++) {
      let inColumns = columns + tapColumn * numbers.across;
      let inside = (inColumns >= vec4i(0)) & (inColumns < vec4i(numbers.inWidth));
      let places = ((sample * numbers.inHeight + inRow) * numbers.inWidth + inColumns) * numbers.inChannels;
      let tap = (tapRow * numbers.filterWidth + tapColumn) * numbers.inChannels * numbers.outChannels + to;
      ${taken}
    }
  }
  for (var at = 0; at < min(4, numbers.outWidth - column); at++) {
    let place = (line * numbers.outWidth + column + at) * numbers.outChannels + to;
    let value = sums[at]${biased ? ` + ${quad('bias', 'to')}` : ''};
    let result = ${end};
    ${outFours ? 'y[place / 4] = result;' : 'for (var other = 0; other < wide; other++) { y[place + other] = result[other]; }'}
  }
}`,
  };
}

type Attributes = ConvolutionAttributes & { readonly dataFormat?: string; readonly activation?: string };

/**
 * Convolutions on a device that is only software: TensorFlow.js's shaders wait for each other there at every step, which is what
 * such devices are worst at. On others it has its own.
 */
export const convolution = (kernelName: 'Conv2D' | 'FusedConv2D'): KernelConfig =>
  webgpuKernelInstead<'x' | 'filter', Attributes, 'bias' | 'preluActivationWeights'>(
    kernelName,
    ({ device, inputs: { x, filter, bias, preluActivationWeights }, attributes }) => {
      const { strides, pad, dilations, dimRoundingMode, dataFormat, activation } = attributes;
      const end = ends[activation ?? 'linear'];
      const software = env().getBool('WEBGPU_CONV_SEPARATE_IM2COL_SHADER');
      const shapes = [x.shape, filter.shape] as [Shape4, Shape4];
      const own = software && end !== undefined && dataFormat !== 'NCHW' && preluActivationWeights === undefined;
      const floats = device.tensorMap.get(x.dataId).dtype === 'float32';
      if (!own || !floats || (bias && bias.shape.length > 1)) return null;
      const info = backend_util.computeConv2DInfo(...shapes, strides, dilations ?? 1, pad, dimRoundingMode);
      const { inChannels, outChannels, outWidth, dilationHeight: down, dilationWidth: across } = info;
      const y = emptyTensor(device, info.outShape);
      const blocks = Math.ceil(outWidth / 4);
      const kind = { inFours: inChannels % 4 === 0, outFours: outChannels % 4 === 0, biased: bias !== undefined, end };
      runShader(device, shaderFor(kind), {
        name: 'convolution',
        tensors: [y, x, filter, ...(bias ? [bias] : [])],
        count: (util.sizeFromShape(info.outShape) / outChannels / outWidth) * blocks * Math.ceil(outChannels / 4),
        numbers: { ...geometry(info), down, across, blocks },
      });
      return y;
    },
  );

type Shape4 = [number, number, number, number];
