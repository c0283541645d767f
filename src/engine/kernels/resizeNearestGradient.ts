import {
  type ResizeNearestNeighborAttrs,
  type Tensor,
  registerGradient,
  tidy,
  unregisterGradient,
} from '@tensorflow/tfjs-core';

/** Sums of `parts` neighbours along the second of three axes. */
const summed = (x: Tensor, before: number, cells: number, parts: number, after: number) =>
  x.reshape([before * cells, parts, after]).sum(1);

/**
 * The gradient of repeating rows and columns (UpSampling2D with `nearest`), on every backend: each cell gets the sum of
 * its copies' gradients. tfjs's cpu kernel reads the wrong pictures of a batch. Only for sizes that are multiples, which
 * is all that UpSampling2D makes. Needs tfjs's own gradients to be registered before.
 */
export function repairResizeNearestGradient(): void {
  unregisterGradient('ResizeNearestNeighbor');
  registerGradient({
    kernelName: 'ResizeNearestNeighbor',
    inputsToSave: ['images'],
    gradFunc(dy, [images], attrs) {
      const { alignCorners, halfPixelCenters, size } = attrs as unknown as ResizeNearestNeighborAttrs;
      const [batch, height, width, channels] = images!.shape as [number, number, number, number];
      const [down, across] = [size[0] / height, size[1] / width];
      if (alignCorners || halfPixelCenters || !Number.isInteger(down) || !Number.isInteger(across)) {
        throw new Error(
          `There is no gradient of resizing ${height}×${width} to ${size.join('×')} by nearest neighbours.`,
        );
      }
      return {
        images: () =>
          tidy(() => {
            const rows = summed(dy as Tensor, batch, height, down, width * across * channels);
            return summed(rows, batch * height, width, across, channels).reshape([batch, height, width, channels]);
          }),
      };
    },
  });
}
