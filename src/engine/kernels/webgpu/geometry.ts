import type { backend_util } from '@tensorflow/tfjs-core';

/** Numbers of a convolution or a pooling that a shader needs to find what lies under a window, by their names there. */
export function geometry(info: backend_util.Conv2DInfo): Readonly<Record<string, number>> {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, outChannels } = info;
  const { filterHeight, filterWidth, strideHeight, strideWidth, padInfo } = info;
  const sizes = { inHeight, inWidth, inChannels, outHeight, outWidth, outChannels };
  return { ...sizes, filterHeight, filterWidth, strideHeight, strideWidth, top: padInfo.top, left: padInfo.left };
}

/** Their names. */
export const geometryNames: readonly string[] = [
  'inHeight',
  'inWidth',
  'inChannels',
  'outHeight',
  'outWidth',
  'outChannels',
  'filterHeight',
  'filterWidth',
  'strideHeight',
  'strideWidth',
  'top',
  'left',
];
