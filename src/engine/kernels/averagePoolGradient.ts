import {
  type AvgPoolAttrs,
  backend_util,
  engine,
  registerGradient,
  type Tensor4D,
  tensor4d,
  tidy,
  unregisterGradient,
} from '@tensorflow/tfjs-core';

/** How many cells of the picture each window covers, `[1, outHeight, outWidth, 1]`. */
function covered({ inHeight, inWidth, ...info }: backend_util.Conv2DInfo): Float32Array {
  const inside = (start: number, reach: number, size: number) => Math.min(size, start + reach) - Math.max(0, start);
  const cells = new Float32Array(info.outHeight * info.outWidth);
  for (let row = 0; row < info.outHeight; row++) {
    const tall = inside(row * info.strideHeight - info.padInfo.top, info.filterHeight, inHeight);
    for (let column = 0; column < info.outWidth; column++) {
      const wide = inside(column * info.strideWidth - info.padInfo.left, info.filterWidth, inWidth);
      cells[row * info.outWidth + column] = tall * wide;
    }
  }
  return cells;
}

/**
 * The gradient of average pooling with `same` padding, on every backend: forward, tfjs divides by the cells a window
 * really covers, as Keras does; backward it always divides by the whole window, which is wrong along the border.
 * Needs tfjs's own gradients to be registered before.
 */
export function repairAveragePoolGradient(): void {
  unregisterGradient('AvgPool');
  registerGradient({
    kernelName: 'AvgPool',
    inputsToSave: ['x'],
    gradFunc(dy, [x], attrs) {
      const { filterSize, strides, pad, dimRoundingMode } = attrs as unknown as AvgPoolAttrs;
      const input = x as Tensor4D;
      return {
        x: () =>
          tidy(() => {
            const info = backend_util.computePool2DInfo(input.shape, filterSize, strides, 1, pad, dimRoundingMode);
            const whole = info.filterHeight * info.filterWidth;
            const factors = covered(info).map((cells) => whole / cells);
            const exact = factors.every((factor) => factor === 1);
            const above = dy as Tensor4D;
            const scaled = exact ? above : above.mul(tensor4d(factors, [1, info.outHeight, info.outWidth, 1]));
            const attributes = { filterSize, strides, pad, dimRoundingMode };
            return engine().runKernel('AvgPoolGrad', { dy: scaled, input }, attributes as never) as Tensor4D;
          }),
      };
    },
  });
}
