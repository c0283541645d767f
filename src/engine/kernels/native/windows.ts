import type { backend_util } from '@tensorflow/tfjs-core';
import type { Routines } from '../routines/routines';
import type { Rows } from './product';

/** The windows of a convolution over the pictures at `x` as rows of a matrix, in the order of a filter's weights. */
export function windowRows(
  routines: Routines,
  take: (floats: number) => number,
  x: number,
  info: backend_util.Conv2DInfo,
): Rows {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, strideHeight, strideWidth, padInfo } = info;
  const reach = [info.effectiveFilterHeight, info.effectiveFilterWidth] as const;
  const height = Math.max((outHeight - 1) * strideHeight + reach[0], padInfo.top + inHeight);
  const width = Math.max((outWidth - 1) * strideWidth + reach[1], padInfo.left + inWidth);
  const cell = inChannels * 4;
  let from = x;
  if (height !== inHeight || width !== inWidth) {
    from = take(batchSize * height * width * inChannels);
    const { top, left } = padInfo;
    routines.spread(x, from, batchSize, inHeight, inWidth, cell, height, width, top, left, 1, 1);
  }
  const count = batchSize * outHeight * outWidth;
  const table = take(count);
  const [down, across] = [strideHeight * width * cell, strideWidth * cell];
  routines.rowTable(table, from, batchSize, outHeight, outWidth, height * width * cell, down, across);
  return {
    table,
    count,
    segments: info.filterHeight,
    segmentStride: info.dilationHeight * width * cell,
    length: info.filterWidth * inChannels,
  };
}
