import { type KernelConfig, type KernelFunc, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { filterGradientInfo } from '../filterGradientInfo';
import { geometry, geometryNames } from './geometry';
import { type Shader, emptyTensor, runShader } from './shader';
import { summedParts } from './summedParts';

/** As many threads as keep a large device busy. */
const threads = 16_384;
/** With fewer windows a thread has too little to do. */
const fewestWindows = 128;

/** Sixteen weights of one part of the windows: four that lie behind each other in what a window sees, for four channels. */
function shaderFor(inFours: boolean, outFours: boolean, biased: boolean): Shader {
  const seen = inFours
    ? `let place = origin + vec2i(tapRow.x, tapColumn.x);
    if (all(place >= vec2i(0)) && all(place < size)) {
      seen = x[(((sample * size.x + place.x) * size.y + place.y) * numbers.inChannels + channel.x) / 4];
    }`
    : `let rows = origin.x + tapRow;
    let columns = origin.y + tapColumn;
    let inside = (rows >= vec4i(0)) & (rows < vec4i(size.x)) & (columns >= vec4i(0)) & (columns < vec4i(size.y));
    let places = ((sample * size.x + rows) * size.y + columns) * numbers.inChannels + channel;
    ${[0, 1, 2, 3].map((at) => `if (inside[${at}]) { seen[${at}] = x[places[${at}]]; }`).join('\n    ')}`;
  const above = outFours
    ? 'let above = dy[(window * numbers.outChannels + to) / 4];'
    : `var above = vec4f();
    for (var at = 0; at < min(4, numbers.outChannels - to); at++) { above[at] = dy[window * numbers.outChannels + to + at]; }`;
  return {
    tensors: [
      { name: 'parts', written: true },
      ...(biased ? [{ name: 'biases', written: true }] : []),
      { name: 'x', vec4: inFours },
      { name: 'dy', vec4: outFours },
    ],
    integers: [...geometryNames, 'windows', 'each', 'taps'],
    code: `
fn work(index: i32) {
  let tapFours = (numbers.taps + 3) / 4;
  let outFours = (numbers.outChannels + 3) / 4;
  let to = index % outFours * 4;
  let tap = index / outFours % tapFours * 4;
  let part = index / outFours / tapFours;
  let taps = vec4i(tap, tap + 1, tap + 2, tap + 3);
  let channel = taps % numbers.inChannels;
  let tapColumn = taps / numbers.inChannels % numbers.filterWidth;
  let tapRow = taps / numbers.inChannels / numbers.filterWidth;
  let size = vec2i(numbers.inHeight, numbers.inWidth);
  let first = part * numbers.each;
  var column = first % numbers.outWidth;
  var row = first / numbers.outWidth % numbers.outHeight;
  var sample = first / numbers.outWidth / numbers.outHeight;
  var sums = array<vec4f, 4>();
  ${biased ? 'var bias = vec4f();' : ''}
  for (var window = first; window < min(numbers.windows, first + numbers.each); window++) {
    let origin = vec2i(row * numbers.strideHeight - numbers.top, column * numbers.strideWidth - numbers.left);
    var seen = vec4f();
    ${seen}
    ${above}
    sums[0] += seen.x * above;
    sums[1] += seen.y * above;
    sums[2] += seen.z * above;
    sums[3] += seen.w * above;
    ${biased ? 'bias += above;' : ''}
    column++;
    if (column == numbers.outWidth) {
      column = 0;
      row++;
      if (row == numbers.outHeight) { row = 0; sample++; }
    }
  }
  for (var other = 0; other < min(4, numbers.taps - tap); other++) {
    let line = ((part * numbers.taps) + tap + other) * numbers.outChannels + to;
    for (var at = 0; at < min(4, numbers.outChannels - to); at++) { parts[line + at] = sums[other][at]; }
  }
  ${
    biased
      ? `if (tap == 0) {
    for (var at = 0; at < min(4, numbers.outChannels - to); at++) { biases[part * numbers.outChannels + to + at] = bias[at]; }
  }`
      : ''
  }
}`,
  };
}

/** Both gradients, or that of the filter alone. */
function gradients({ inputs, attrs, backend }: Parameters<KernelFunc>[0], biased: boolean): TensorInfo[] {
  const device = backend as WebGPUBackend;
  const { x, dy } = inputs as { x: TensorInfo; dy: TensorInfo };
  const info = filterGradientInfo(x, attrs);
  const { inChannels, outChannels, outHeight, outWidth, filterShape } = info;
  const windows = info.batchSize * outHeight * outWidth;
  const taps = util.sizeFromShape(filterShape) / outChannels;
  const tiles = Math.ceil(taps / 4) * Math.ceil(outChannels / 4);
  const wanted = Math.min(Math.ceil(threads / tiles), Math.ceil(windows / fewestWindows));
  const each = Math.ceil(windows / wanted);
  const count = Math.ceil(windows / each);
  const shapes = [filterShape, ...(biased ? [[outChannels]] : [])];
  const parts = shapes.map((shape) => emptyTensor(device, [count, ...shape]));
  runShader(device, shaderFor(inChannels % 4 === 0, outChannels % 4 === 0, biased), {
    name: 'filterGradient',
    tensors: [...parts, x, dy],
    count: count * tiles,
    numbers: { ...geometry(info), windows, each, taps },
  });
  return summedParts(device, parts, count, shapes);
}

/**
 * Gradient of a convolution with respect to its filter. The windows are shared out, so that small filters, too, keep the whole
 * device busy; the parts are added up by a second shader. TensorFlow.js has one thread for every weight.
 */
export const filterGradient: KernelConfig = {
  kernelName: 'Conv2DBackpropFilter',
  backendName: 'webgpu',
  kernelFunc: (given) => gradients(given, false)[0]!,
};

/** The same, with that of the bias behind it. */
export const filterAndBiasGradient: KernelConfig = {
  kernelName: 'FilterAndBiasGradient',
  backendName: 'webgpu',
  kernelFunc: (given) => gradients(given, true),
};
