import {
  type KernelConfig,
  type SliceAttrs,
  type SplitVAttrs,
  type TensorInfo,
  type UnpackAttrs,
  backend_util,
  getKernel,
  slice_util,
  util,
} from '@tensorflow/tfjs-core';
import { needed } from '../libraryChanged';
import { type WasmHeap, addressOf } from '../wasmHeap';

/** A part of a tensor, from place to place on the heap. */
function sliced(heap: WasmHeap, x: TensorInfo, begin: readonly number[], size: readonly number[]): TensorInfo {
  const out = heap.makeOutput([...size], x.dtype);
  // Axes behind this one are taken whole: what lies in them is one piece.
  const axis = Math.max(
    0,
    size.findLastIndex((each, at) => each !== x.shape[at]),
  );
  const strides = x.shape.map((_, at) => util.sizeFromShape(x.shape.slice(at + 1)) * util.bytesPerElement(x.dtype));
  const piece = (size[axis] ?? 1) * (strides[axis] ?? util.bytesPerElement(x.dtype));
  const places = size.slice(0, axis).map(() => 0);
  const { HEAPU8: bytes } = heap.wasm;
  let from = begin.reduce((sum, first, at) => sum + first * strides[at]!, addressOf(heap, x));
  let to = addressOf(heap, out);
  for (let left = size.includes(0) ? 0 : util.sizeFromShape(size.slice(0, axis)); left > 0; left--) {
    bytes.copyWithin(to, from, from + piece);
    to += piece;
    for (let at = axis - 1; at >= 0; at--) {
      from += strides[at]!;
      if (++places[at]! < size[at]!) break;
      from -= places[at]! * strides[at]!;
      places[at] = 0;
    }
  }
  return out;
}

/**
 * Parts of tensors: TensorFlow.js's wasm backend copies the whole tensor for each of them. Text, which is not on the heap, it does
 * itself.
 */
const part = (
  kernelName: string,
  parts: (heap: WasmHeap, x: TensorInfo, attributes: unknown) => TensorInfo[] | TensorInfo,
) => {
  const original = needed(kernelName, getKernel(kernelName, 'wasm'));
  const config: KernelConfig = {
    ...original,
    kernelFunc({ inputs, attrs, backend }) {
      const x = (inputs['x'] ?? inputs['value'])!;
      if (x.dtype === 'string' || x.dtype === 'complex64')
        return original.kernelFunc({ inputs, attrs: attrs!, backend });
      return parts(backend as WasmHeap, x, attrs);
    },
  };
  return config;
};

/** `Slice`, `SplitV` and `Unpack`. */
export const slices = (): readonly KernelConfig[] => [
  part('Slice', (heap, x, attributes) => {
    const { begin, size } = attributes as SliceAttrs;
    const [first, count] = slice_util.parseSliceParams(x as never, begin, size) as [number[], number[]];
    return sliced(heap, x, first, count);
  }),
  part('SplitV', (heap, x, attributes) => {
    const { numOrSizeSplits, axis } = attributes as SplitVAttrs;
    const [along] = util.parseAxisParam(axis, x.shape) as [number];
    let first = 0;
    return backend_util.prepareSplitSize(x as never, numOrSizeSplits, along).map((count) => {
      const begin = x.shape.map((_, at) => (at === along ? first : 0));
      first += count;
      return sliced(
        heap,
        x,
        begin,
        x.shape.map((size, at) => (at === along ? count : size)),
      );
    });
  }),
  part('Unpack', (heap, x, attributes) => {
    const [along] = util.parseAxisParam((attributes as UnpackAttrs).axis, x.shape) as [number];
    const shape = x.shape.filter((_, at) => at !== along);
    return Array.from({ length: x.shape[along]! }, (_, place) => {
      const begin = x.shape.map((__, at) => (at === along ? place : 0));
      const { dataId, dtype } = sliced(
        heap,
        x,
        begin,
        x.shape.map((size, at) => (at === along ? 1 : size)),
      );
      return { dataId, dtype, shape };
    });
  }),
];
