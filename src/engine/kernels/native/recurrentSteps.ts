import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import { type CellActivation, type CellKind, type StepPlaces, cellRoutines } from './cells';
import { type Lines, multiply, panelsOf, zeros } from './product';
import { type Routines, routinesOn } from '../routines/routines';
import { needed } from '../libraryChanged';
import { type WasmHeap, addressOf, withScratch } from '../wasmHeap';

export interface RecurrentAttributes {
  readonly kind: CellKind;
  readonly activation: CellActivation;
  /** The last step is computed first. */
  readonly goBackwards: boolean;
  /** The output of every step, in the order in which they are computed, or only of the last one. */
  readonly returnSequences: boolean;
}

/**
 * `projected`: what the input gives to the gates, `[batch, steps, gates · units]`; `kernel`: what a state gives to them,
 * `[units, gates · units]`, with `innerBias` (GRU). States, `[batch, units]`, are zeros where they are missing; `mask` has
 * 0 where a step of a sample, `[batch, steps]`, is left out.
 */
export interface RecurrentInputs {
  readonly projected: TensorInfo;
  readonly kernel: TensorInfo;
  readonly innerBias?: TensorInfo;
  readonly mask?: TensorInfo;
  readonly state?: TensorInfo;
  readonly carry?: TensorInfo;
}

/** What a forward pass leaves: the states before the first and behind every step, and what came out of the gates. */
export interface RecurrentResults {
  /** `[batch, steps + 1, units]`. */
  readonly hidden: TensorInfo;
  readonly gates: TensorInfo;
  /** LSTM: the cells' states, as `hidden`; GRU: what the states gave to the gates, as `gates`; else `gates`. */
  readonly other: TensorInfo;
}

/** Sizes and places of all steps; `at` the place in time, `step` in the order of computing. */
export function stepsOf(heap: WasmHeap, inputs: RecurrentInputs, results: RecurrentResults, kind: CellKind) {
  const [samples, steps, width] = inputs.projected.shape as [number, number, number];
  const units = inputs.kernel.shape[0]!;
  const lines = (tensor: TensorInfo | undefined, size: number, place: number, count: number): Lines =>
    tensor === undefined
      ? { address: 0, stride: 0 }
      : { address: addressOf(heap, tensor) + place * size * 4, stride: count * size * 4 };
  const places = (step: number, at: number): StepPlaces => ({
    samples,
    units,
    gates: lines(results.gates, width, at, steps),
    hidden: lines(results.hidden, units, step, steps + 1),
    other: kind === 'gru' ? lines(results.other, width, at, steps) : lines(results.other, units, step, steps + 1),
    mask: lines(inputs.mask, 1, at, steps),
  });
  return { samples, steps, width, units, places, lines };
}

/** All steps of a recurrent layer: `[result, hidden, gates]`, and `other` where it is not `gates`. */
export const recurrentSteps: KernelConfig = {
  kernelName: 'RecurrentSteps',
  backendName: 'wasm',
  kernelFunc({ inputs, attrs, backend }) {
    const heap = backend as WasmHeap;
    const routines = needed('SIMD', routinesOn(heap));
    return forward(heap, routines, inputs as unknown as RecurrentInputs, attrs as unknown as RecurrentAttributes);
  },
};

function forward(heap: WasmHeap, routines: Routines, inputs: RecurrentInputs, attributes: RecurrentAttributes) {
  const { kind, goBackwards, returnSequences } = attributes;
  const { projected, kernel } = inputs;
  const [batch, length, size] = projected.shape as [number, number, number];
  const states = [batch, length + 1, kernel.shape[0]!];
  const hidden = heap.makeOutput(states, 'float32');
  const gates = heap.makeOutput([batch, length, size], 'float32');
  const other = kind === 'simpleRnn' ? gates : heap.makeOutput(kind === 'gru' ? gates.shape : states, 'float32');
  const { samples, steps, width, units, places, lines } = stepsOf(heap, inputs, { hidden, gates, other }, kind);
  const bytes = units * 4;
  const begin = (all: TensorInfo, first: TensorInfo | undefined) => {
    const [to, stride] = [addressOf(heap, all), (steps + 1) * bytes];
    for (let sample = 0; sample < samples; sample++) routines.clear(to + sample * stride, bytes);
    if (first !== undefined) routines.copyLines(addressOf(heap, first), bytes, to, stride, samples, bytes);
  };
  begin(hidden, inputs.state);
  if (kind === 'lstm') begin(other, inputs.carry);
  if (kind === 'gru')
    routines.copyLines(addressOf(heap, projected), 0, addressOf(heap, gates), 0, 1, batch * length * size * 4);
  withScratch(heap, (take) => {
    const cell = cellRoutines(routines, kind, attributes.activation);
    const [right, rowStride] = [addressOf(heap, kernel), width * 4];
    const panels = panelsOf(routines, take, [
      { address: right, rowStride, columnStride: 4, rows: units, columns: width },
    ]);
    const table = take(samples);
    const bias = inputs.innerBias === undefined ? zeros(routines, take, width) : addressOf(heap, inputs.innerBias);
    for (let step = 0; step < steps; step++) {
      const at = goBackwards ? steps - 1 - step : step;
      const here = places(step, at);
      routines.rowTable(table, here.hidden.address, 1, 1, samples, 0, 0, here.hidden.stride);
      const rows = { table, count: samples, segments: 1, segmentStride: 0, length: units };
      if (kind === 'gru') multiply(routines, rows, panels, width, { address: bias, stride: 0 }, here.other);
      else multiply(routines, rows, panels, width, lines(projected, width, at, steps), here.gates);
      cell.step(here);
    }
  });
  const result = heap.makeOutput(returnSequences ? [batch, length, units] : [batch, units], 'float32');
  const from = addressOf(heap, hidden) + (returnSequences ? 1 : steps) * bytes;
  const kept = returnSequences ? steps * bytes : bytes;
  routines.copyLines(from, (steps + 1) * bytes, addressOf(heap, result), kept, samples, kept);
  return [result, hidden, gates, ...(other === gates ? [] : [other])];
}
