import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import { cellRoutines } from './cells';
import { addTransposedProduct, multiply, panelsOf, zeros } from './product';
import { type RecurrentAttributes, type RecurrentInputs, type RecurrentResults, stepsOf } from './recurrentSteps';
import { type Routines, routinesOn } from '../routines/routines';
import { needed } from '../libraryChanged';
import { type WasmHeap, addressOf, withScratch } from '../wasmHeap';

type GradientInputs = RecurrentInputs & RecurrentResults & { readonly dy: TensorInfo };

/** Gradients of all steps of a recurrent layer: of what the input gives, of the recurrent kernel, and of the inner bias (GRU). */
export const recurrentStepsGradient: KernelConfig = {
  kernelName: 'RecurrentStepsGradient',
  backendName: 'wasm',
  kernelFunc({ inputs, attrs, backend }) {
    const heap = backend as WasmHeap;
    const routines = needed('SIMD', routinesOn(heap));
    return backward(heap, routines, inputs as unknown as GradientInputs, attrs as unknown as RecurrentAttributes);
  },
};

function backward(heap: WasmHeap, routines: Routines, inputs: GradientInputs, attributes: RecurrentAttributes) {
  const { kind, goBackwards, returnSequences, activation } = attributes;
  const { projected, kernel, hidden, dy } = inputs;
  const { samples, steps, width, units, places, lines } = stepsOf(heap, inputs, inputs, kind);
  const dProjected = heap.makeOutput(projected.shape, 'float32');
  const dKernel = heap.makeOutput(kernel.shape, 'float32');
  const dBias = heap.makeOutput([width], 'float32');
  /** What the state gives to the gates has gradients of its own in a GRU. */
  const dInner = kind === 'gru' ? heap.makeOutput(projected.shape, 'float32') : dProjected;
  withScratch(heap, (take) => {
    const cell = cellRoutines(routines, kind, activation);
    const [dState, dCell] = [zeros(routines, take, samples * units), zeros(routines, take, samples * units)];
    const passed = take(samples * units);
    const turned = {
      address: addressOf(heap, kernel),
      rowStride: 4,
      columnStride: width * 4,
      rows: width,
      columns: units,
    };
    const panels = panelsOf(routines, take, [turned]);
    const table = take(samples);
    for (let step = steps - 1; step >= 0; step--) {
      const at = goBackwards ? steps - 1 - step : step;
      const last = step === steps - 1;
      const each = returnSequences ? lines(dy, units, step, steps) : lines(last ? dy : undefined, units, 0, 1);
      const inner = lines(dInner, width, at, steps);
      const dGates = lines(dProjected, width, at, steps);
      cell.back(places(step, at), { dGates, dInner: inner, dState, dCell, passed, dOut: each });
      if (step === 0) break;
      routines.rowTable(table, inner.address, 1, 1, samples, 0, 0, inner.stride);
      const rows = { table, count: samples, segments: 1, segmentStride: 0, length: width };
      const stride = units * 4;
      multiply(routines, rows, panels, units, { address: passed, stride }, { address: dState, stride });
    }
    const before = take(samples * steps);
    const stride = units * 4;
    const [first, next] = goBackwards ? [(steps - 1) * stride, -stride] : [0, stride];
    routines.rowTable(before, addressOf(heap, hidden) + first, 1, samples, steps, 0, (steps + 1) * stride, next);
    const rows = { table: before, count: samples * steps, segments: 1, segmentStride: 0, length: units };
    const from = addressOf(heap, dInner);
    routines.clear(addressOf(heap, dKernel), units * width * 4);
    addTransposedProduct(routines, take, rows, from, width, addressOf(heap, dKernel));
    routines.clear(addressOf(heap, dBias), width * 4);
    routines.columnSums(from, samples * steps, width, addressOf(heap, dBias));
  });
  if (dInner !== dProjected) heap.disposeData(dInner.dataId);
  return [dProjected, dKernel, dBias];
}
