import { type Tensor, concat, split } from '@tensorflow/tfjs-core';
import type { Masks } from './recurrentDropout';

/** Input `[batch, steps, features]` times kernel plus bias for all steps; with masks of the gates' inputs, `[batch, features]`. */
export function projected(x: Tensor, kernel: Tensor, bias: Tensor | null, masks: Masks): Tensor {
  const [batch, steps, features] = x.shape as [number, number, number];
  const product = (mask: Tensor | null, part: Tensor) =>
    (mask === null ? x : x.mul(mask.expandDims(1))).reshape([batch * steps, features]).matMul(part);
  const parts = masks === null || masks.length === 1 ? [kernel] : split(kernel, masks.length, 1);
  const all = concat(
    parts.map((part, gate) => product(masks?.[gate] ?? null, part)),
    1,
  );
  return (bias === null ? all : all.add(bias)).reshape([batch, steps, kernel.shape[1]!]);
}
