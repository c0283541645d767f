import {
  type Conv2DBackpropFilterAttrs,
  type NamedAttrMap,
  type TensorInfo,
  backend_util,
} from '@tensorflow/tfjs-core';

/** How the windows of a convolution lay over `x`, from the attributes of its filter's gradient. Channels come last. */
export function filterGradientInfo(x: TensorInfo, attrs: NamedAttrMap | undefined): backend_util.Conv2DInfo {
  const { strides, pad, dataFormat, dimRoundingMode, filterShape } = attrs as unknown as Conv2DBackpropFilterAttrs;
  const shape = x.shape as [number, number, number, number];
  const format = backend_util.convertConv2DDataFormat(dataFormat);
  const info = backend_util.computeConv2DInfo(shape, filterShape, strides, 1, pad, dimRoundingMode, false, format);
  if (info.dataFormat !== 'channelsLast') throw new Error('Conv2DBackpropFilter takes channels last only.');
  return info;
}
