import type { LayerPrinter, LayerPrinters } from '../layer';
import { construct, numbersOf, shortTuple, straight, tupleText } from '../layer';
import { sameAveragePool } from '../python/padding';
import { maskedMean } from '../python/masks';
import { slidingOf } from './convolution';
import { paddedFor, samePads } from './padding';

const strideOf = (kernel: readonly number[], strides: readonly number[]) =>
  kernel.join() === strides.join() ? null : shortTuple(strides);

const largest: LayerPrinter = (asked) => {
  const sliding = slidingOf(asked, 'poolSize');
  const padded = paddedFor(String(asked.call.kerasArgs['padding']), sliding, 'float("-inf")');
  return {
    takes: 'first',
    module: construct(`nn.MaxPool${sliding.sizes.length}d`, [shortTuple(sliding.kernel)], {
      stride: strideOf(sliding.kernel, sliding.strides),
      padding: padded.argument,
    }),
    forward: ([x], self) => `${self}(${padded.before(x!)})`,
    parts: padded.parts,
  };
};

/** Keras leaves padding out of the average. */
const average: LayerPrinter = (asked) => {
  const sliding = slidingOf(asked, 'poolSize');
  const { kernel, strides } = sliding;
  const name = `nn.AvgPool${sliding.sizes.length}d`;
  const stride = strideOf(kernel, strides);
  const pads = asked.call.kerasArgs['padding'] === 'same' ? samePads(sliding) : [];
  if (pads?.every(([before, after]) => before === after)) {
    const some = pads.some(([before]) => before > 0);
    const padding = some ? shortTuple(pads.map(([before]) => before)) : null;
    const named = { stride, padding, count_include_pad: some ? 'False' : null };
    return {
      takes: 'first',
      module: construct(name, [shortTuple(kernel)], named),
      forward: ([x], self) => `${self}(${x})`,
    };
  }
  return {
    takes: 'first',
    module: construct(name, [shortTuple(kernel)], { stride }),
    forward: ([x], self) => `same_average_pool(${self}, ${x}, ${tupleText(kernel)}, ${tupleText(strides)})`,
    parts: [sameAveragePool],
  };
};

function overAll(operation: 'mean' | 'amax'): LayerPrinter {
  return (asked) => {
    const { call, inputShapes } = asked;
    const layout = straight(asked);
    const spatial = inputShapes[0]!.length - 1;
    const first = layout === 'first' ? 2 : 1;
    const axes = Array.from({ length: spatial }, (_, axis) => axis + first);
    const keepdims = call.kerasArgs['keepdims'] === true;
    const dims = `dim=${axes.length === 1 ? axes[0] : tupleText(axes)}${keepdims ? ', keepdim=True' : ''}`;
    return {
      takes: layout,
      gives: keepdims ? layout : 'last',
      forward: ([x, mask]) =>
        mask === undefined
          ? `${x}.${operation}(${dims})`
          : `masked_mean(${x}, ${mask}, dim=${first}, keepdim=${keepdims ? 'True' : 'False'})`,
      parts: [maskedMean],
    };
  };
}

function adaptive(name: string): LayerPrinter {
  return ({ call }) => ({
    takes: 'first',
    module: construct(name, [tupleText(numbersOf(call.kerasArgs['outputSize'], 2))]),
    forward: ([x], self) => `${self}(${x})`,
  });
}

export const poolings: LayerPrinters = {
  MaxPooling1D: largest,
  MaxPooling2D: largest,
  MaxPooling3D: largest,
  AveragePooling1D: average,
  AveragePooling2D: average,
  AveragePooling3D: average,
  GlobalAveragePooling1D: overAll('mean'),
  GlobalAveragePooling2D: overAll('mean'),
  GlobalAveragePooling3D: overAll('mean'),
  GlobalMaxPooling1D: overAll('amax'),
  GlobalMaxPooling2D: overAll('amax'),
  GlobalMaxPooling3D: overAll('amax'),
  AdaptiveAveragePooling2D: adaptive('nn.AdaptiveAvgPool2d'),
  AdaptiveMaxPooling2D: adaptive('nn.AdaptiveMaxPool2d'),
};
