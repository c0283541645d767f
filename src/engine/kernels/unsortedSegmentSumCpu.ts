import { type KernelConfig, type TensorInfo, type UnsortedSegmentSumAttrs, util } from '@tensorflow/tfjs-core';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { addBySegment } from './unsortedSegmentSum';

/**
 * The gradient of looking rows up (Embedding). tfjs's cpu backend goes through all rows once per segment: minutes for a
 * vocabulary of 20,000 words.
 */
export const unsortedSegmentSumCpu: KernelConfig = {
  kernelName: 'UnsortedSegmentSum',
  backendName: 'cpu',
  kernelFunc({ inputs, attrs, backend }) {
    const { x, segmentIds } = inputs as { x: TensorInfo; segmentIds: TensorInfo };
    const { numSegments } = attrs as unknown as UnsortedSegmentSumAttrs;
    const cpu = backend as MathBackendCPU;
    const shape = [numSegments, ...x.shape.slice(segmentIds.shape.length)];
    const sums = new Float32Array(util.sizeFromShape(shape));
    const values = (tensor: TensorInfo) => cpu.data.get(tensor.dataId).values as Float32Array;
    addBySegment(values(x), values(segmentIds), util.sizeFromShape(shape.slice(1)), sums);
    return cpu.makeTensorInfo(shape, 'float32', sums);
  },
};
