import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { type Shader, emptyTensor, runShader } from './shader';

/** Several tensors one behind the other. */
function shaderFor(tensors: number): Shader {
  const every = Array.from({ length: tensors }, (_, at) => at);
  return {
    tensors: every.flatMap((at) => [{ name: `sums${at}`, written: true }, { name: `parts${at}` }]),
    integers: ['parts', ...every.map((at) => `size${at}`)],
    code: `
fn work(index: i32) {
  var at = index;
  var sum = 0.0;
  ${every
    .map(
      (at) => `if (at < numbers.size${at}) {
    for (var part = 0; part < numbers.parts; part++) { sum += parts${at}[part * numbers.size${at} + at]; }
    sums${at}[at] = sum;
    return;
  }
  at -= numbers.size${at};`,
    )
    .join('\n  ')}
}`,
  };
}

/** The sums of so many parts of each of these shapes, which are given up for them; of single ones, themselves. */
export function summedParts(
  backend: WebGPUBackend,
  parts: readonly TensorInfo[],
  count: number,
  shapes: readonly (readonly number[])[],
): TensorInfo[] {
  if (count === 1) return parts.map((part, at) => ({ ...part, shape: [...shapes[at]!] }));
  const sums = shapes.map((shape) => emptyTensor(backend, shape));
  const sizes = shapes.map((shape) => util.sizeFromShape([...shape]));
  runShader(backend, shaderFor(shapes.length), {
    name: 'summedParts',
    tensors: sums.flatMap((sum, at) => [sum, parts[at]!]),
    count: sizes.reduce((all, size) => all + size),
    numbers: { parts: count, ...Object.fromEntries(sizes.map((size, at) => [`size${at}`, size])) },
  });
  for (const { dataId } of parts) backend.disposeData(dataId);
  return sums;
}
