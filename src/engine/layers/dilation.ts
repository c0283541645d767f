import { type Tensor, batchToSpaceND, pad, spaceToBatchND } from '@tensorflow/tfjs-core';

/**
 * A convolution over cells that lie `dilations` apart, for sequences and pictures: `x` is taken apart into pictures of
 * every n-th cell, which `convolve` takes without padding, and their outputs are put together again. tfjs has no
 * gradient of its own dilated convolutions; this one consists of operations that have.
 */
export function dilated(
  x: Tensor,
  dilations: readonly number[],
  pads: readonly (readonly [number, number])[],
  convolve: (x: Tensor) => Tensor,
): Tensor {
  if (dilations.every((dilation) => dilation === 1)) return convolve(padded(x, pads));
  const blocks = [...dilations];
  const extra = pads.map(([before, after], axis) => {
    const rest = (before + x.shape[axis + 1]! + after) % blocks[axis]!;
    return rest === 0 ? 0 : blocks[axis]! - rest;
  });
  const parts = spaceToBatchND(
    x,
    blocks,
    pads.map(([before, after], axis) => [before, after + extra[axis]!]),
  );
  return batchToSpaceND(
    convolve(parts),
    blocks,
    extra.map((cells) => [0, cells]),
  );
}

/** Zeros around the spatial axes. */
export function padded(x: Tensor, pads: readonly (readonly [number, number])[]): Tensor {
  if (pads.every(([before, after]) => before === 0 && after === 0)) return x;
  return pad(x, [[0, 0], ...pads.map(([before, after]): [number, number] => [before, after]), [0, 0]]);
}

/** A filter with zeros between its cells, as wide as its cells reach. Works for volumes too, but computes the zeros. */
export function spreadFilter(filter: Tensor, dilations: readonly number[]): Tensor {
  return dilations.reduce((wide, dilation, axis) => {
    const size = wide.shape[axis]!;
    if (dilation === 1 || size === 1) return wide;
    const [before, after] = [wide.shape.slice(0, axis), wide.shape.slice(axis + 1)];
    const [left, right] = [before, after].map((sizes) => sizes.reduce((product, one) => product * one, 1));
    const reach = (size - 1) * dilation + 1;
    return wide
      .reshape([left!, size, 1, right!])
      .pad([
        [0, 0],
        [0, 0],
        [0, dilation - 1],
        [0, 0],
      ])
      .reshape([left!, size * dilation, right!])
      .slice([0, 0, 0], [left!, reach, right!])
      .reshape([...before, reach, ...after]);
  }, filter);
}
