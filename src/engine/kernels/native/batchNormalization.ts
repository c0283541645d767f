import { type KernelConfig, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { needed } from '../libraryChanged';
import { type Routines, routinesOn } from '../routines/routines';
import { type WasmHeap, addressOf, floatsOf, withScratch } from '../wasmHeap';

type Sums = 'columnSums' | 'deviationSums';

const sizesOf = ({ shape }: TensorInfo) => {
  const columns = shape.at(-1)!;
  return { columns, rows: util.sizeFromShape(shape) / columns };
};

/** Sums over all rows of what a routine adds up, for every column. */
function columnResults(heap: WasmHeap, routines: Routines, columns: number, name: Sums, numbers: readonly number[]) {
  const sums = heap.makeOutput([columns], 'float32');
  routines.clear(addressOf(heap, sums), columns * 4);
  routines[name](...numbers, addressOf(heap, sums));
  return sums;
}

/**
 * Normalizes `x`, whose channels come last, by what it says itself: `[y, mean, variance]`, with y = (x − mean) / √(variance +
 * epsilon) · gamma + beta; either of these may be missing.
 */
export const batchNormalization: KernelConfig = {
  kernelName: 'BatchNormalization',
  backendName: 'wasm',
  kernelFunc({ inputs, attrs, backend }) {
    const heap = backend as WasmHeap;
    const routines = needed('SIMD', routinesOn(heap));
    const { x, gamma, beta } = inputs as { x: TensorInfo; gamma?: TensorInfo; beta?: TensorInfo };
    const { epsilon } = attrs as { epsilon: number };
    const { rows, columns } = sizesOf(x);
    const from = addressOf(heap, x);
    const mean = columnResults(heap, routines, columns, 'columnSums', [from, rows, columns]);
    const means = floatsOf(heap, mean);
    for (let column = 0; column < columns; column++) means[column]! /= rows;
    const given = [from, 0, rows, columns, addressOf(heap, mean)];
    const variance = columnResults(heap, routines, columns, 'deviationSums', given);
    const spread = floatsOf(heap, variance);
    for (let column = 0; column < columns; column++) spread[column]! /= rows;
    const y = heap.makeOutput(x.shape, 'float32');
    withScratch(heap, (take) => {
      const [factor, offset] = [take(columns), take(columns)];
      const variances = floatsOf(heap, variance);
      const floats = (address: number) => new Float32Array(heap.wasm.HEAPU8.buffer, address, columns);
      const scale = gamma && floatsOf(heap, gamma);
      floats(factor).set(variances.map((value, column) => (scale?.[column] ?? 1) / Math.sqrt(value + epsilon)));
      if (beta) floats(offset).set(floatsOf(heap, beta));
      else routines.clear(offset, columns * 4);
      routines.normalizedRows(from, rows, columns, addressOf(heap, mean), factor, offset, addressOf(heap, y));
    });
    return [y, mean, variance];
  },
};

/** Its gradients: `[dx, dGamma, dBeta]`. */
export const batchNormalizationGradient: KernelConfig = {
  kernelName: 'BatchNormalizationGradient',
  backendName: 'wasm',
  kernelFunc({ inputs, attrs, backend }) {
    const heap = backend as WasmHeap;
    const routines = needed('SIMD', routinesOn(heap));
    const { x, dy, mean, variance, gamma } = inputs as Record<string, TensorInfo | undefined>;
    const { epsilon } = attrs as { epsilon: number };
    const { rows, columns } = sizesOf(x!);
    const [from, above, means] = [x!, dy!, mean!].map((tensor) => addressOf(heap, tensor)) as [number, number, number];
    const dBeta = columnResults(heap, routines, columns, 'columnSums', [above, rows, columns]);
    const dGamma = columnResults(heap, routines, columns, 'deviationSums', [from, above, rows, columns, means]);
    const dx = heap.makeOutput(x!.shape, 'float32');
    withScratch(heap, (take) => {
      const [factor, less, slope] = [take(columns), take(columns), take(columns)];
      const floats = (address: number) => new Float32Array(heap.wasm.HEAPU8.buffer, address, columns);
      const [factors, lesses, slopes] = [floats(factor), floats(less), floats(slope)];
      const [scale, spread] = [gamma && floatsOf(heap, gamma), floatsOf(heap, variance!)];
      const [sums, products] = [floatsOf(heap, dBeta), floatsOf(heap, dGamma)];
      for (let column = 0; column < columns; column++) {
        const inverse = 1 / Math.sqrt(spread[column]! + epsilon);
        factors[column] = (scale?.[column] ?? 1) * inverse;
        lesses[column] = sums[column]! / rows;
        slopes[column] = (products[column]! * inverse * inverse) / rows;
        products[column]! *= inverse;
      }
      routines.normalizedRowsBack(from, above, rows, columns, means, factor, less, slope, addressOf(heap, dx));
    });
    return [dx, dGamma, dBeta];
  },
};
