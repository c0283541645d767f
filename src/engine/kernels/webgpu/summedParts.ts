import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { type Shader, emptyTensor, runShader } from './shader';

const shader: Shader = {
  tensors: [{ name: 'sums', written: true }, { name: 'parts' }],
  integers: ['parts'],
  code: `
fn work(index: i32) {
  var sum = 0.0;
  for (var part = 0; part < numbers.parts; part++) { sum += parts[part * numbers.count + index]; }
  sums[index] = sum;
}`,
};

/** The sum of so many parts of this shape, which are given up for it; of a single one, itself. */
export function summedParts(
  backend: WebGPUBackend,
  parts: TensorInfo,
  count: number,
  shape: readonly number[],
): TensorInfo {
  if (count === 1) return { ...parts, shape: [...shape] };
  const sums = emptyTensor(backend, shape);
  const given = { tensors: [sums, parts], count: util.sizeFromShape([...shape]), numbers: { parts: count } };
  runShader(backend, shader, { name: 'summedParts', ...given });
  backend.disposeData(parts.dataId);
  return sums;
}
