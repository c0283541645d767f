import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { routinesOn } from '../routines/routines';
import { type WasmHeap, addressOf, withScratch } from '../wasmHeap';
import { type Bounds, addTransposedProduct, multiply, panelsOf, plainRows, zeros } from './product';
import { oneThread } from './threads';

/** With fewer rows the right side is not worth being put in order. */
const fewest = 16;

/**
 * Product of matrices `[…, m, k]` and `[…, k, n]`, either of them given transposed, with a bias for every column and held within bounds; null
 * where TensorFlow.js's own kernel does it as fast.
 */
export function ownMatMul(
  heap: WasmHeap,
  a: TensorInfo,
  b: TensorInfo,
  { transposeA, transposeB }: { readonly transposeA?: boolean | undefined; readonly transposeB?: boolean | undefined },
  bias: TensorInfo | null,
  bounds?: Bounds,
): TensorInfo | null {
  const routines = routinesOn(heap);
  const [outer, others] = [a.shape.slice(0, -2), b.shape.slice(0, -2)];
  if (routines === null || a.dtype !== 'float32' || b.dtype !== 'float32' || outer.join() !== others.join())
    return null;
  const [rowsA, columnsA] = a.shape.slice(-2) as [number, number];
  const [rowsB, columnsB] = b.shape.slice(-2) as [number, number];
  const [m, k] = transposeA ? [columnsA, rowsA] : [rowsA, columnsA];
  const n = transposeB ? rowsB : columnsB;
  if (transposeA ? transposeB || bias !== null : m < fewest || !oneThread(heap)) return null;
  if (m * n * k === 0) return null;
  const out = heap.makeOutput([...outer, m, n], 'float32');
  for (let matrix = 0; matrix < util.sizeFromShape(outer); matrix++) {
    withScratch(heap, (take) => {
      const from = addressOf(heap, a) + matrix * m * k * 4;
      const right = addressOf(heap, b) + matrix * k * n * 4;
      const to = addressOf(heap, out) + matrix * m * n * 4;
      if (transposeA) {
        routines.clear(to, m * n * 4);
        addTransposedProduct(routines, take, plainRows(routines, take, from, k, m), right, n, to);
        return;
      }
      const [rowStride, columnStride] = transposeB ? [4, k * 4] : [n * 4, 4];
      const panels = panelsOf(routines, take, [{ address: right, rowStride, columnStride, rows: k, columns: n }]);
      const first = bias === null ? zeros(routines, take, n) : addressOf(heap, bias);
      const rows = plainRows(routines, take, from, m, k);
      multiply(routines, rows, panels, n, { address: first, stride: 0 }, { address: to, stride: n * 4 }, bounds);
    });
  }
  return out;
}
