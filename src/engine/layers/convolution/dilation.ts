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
function padded(x: Tensor, pads: readonly (readonly [number, number])[]): Tensor {
  if (pads.every(([before, after]) => before === 0 && after === 0)) return x;
  return pad(x, [[0, 0], ...pads.map(([before, after]): [number, number] => [before, after]), [0, 0]]);
}
