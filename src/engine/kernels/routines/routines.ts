import { moduleOf } from '../assembler/moduleOf';
import type { WasmHeap } from '../wasmHeap';
import { activations } from './activations';
import { adamStep } from './adam';
import { passedBetween } from './between';
import { columnSums } from './columnSums';
import { columnsTimesRows } from './columnsTimesRows';
import { depthwiseFilter, depthwiseInput } from './depthwise';
import { gruStep, gruStepBack } from './gruStep';
import { clear, copyLines } from './lines';
import { lstmStep, lstmStepBack } from './lstmStep';
import { deviationSums, normalizedRows, normalizedRowsBack } from './normalization';
import { writePanels } from './panels';
import { averagePoolBack, maxPoolBack } from './pooling';
import { rowTable } from './rowTable';
import { rowsTimesPanels } from './rowsTimesPanels';
import { simpleRnnStep, simpleRnnStepBack } from './simpleRnnStep';
import { spread } from './spread';

const { relu, tanh } = activations;

const written = {
  adamStep,
  averagePoolBack,
  depthwiseFilter,
  depthwiseInput,
  deviationSums,
  maxPoolBack,
  normalizedRows,
  normalizedRowsBack,
  passedBetween,
  clear,
  columnSums,
  columnsTimesRows,
  copyLines,
  rowTable,
  rowsTimesPanels,
  spread,
  writePanels,
  lstmStep_relu: lstmStep(relu),
  lstmStep_tanh: lstmStep(tanh),
  lstmStepBack_relu: lstmStepBack(relu),
  lstmStepBack_tanh: lstmStepBack(tanh),
  gruStep_relu: gruStep(relu),
  gruStep_tanh: gruStep(tanh),
  gruStepBack_relu: gruStepBack(relu),
  gruStepBack_tanh: gruStepBack(tanh),
  simpleRnnStep_relu: simpleRnnStep(relu),
  simpleRnnStep_tanh: simpleRnnStep(tanh),
  simpleRnnStepBack_relu: simpleRnnStepBack(relu),
  simpleRnnStepBack_tanh: simpleRnnStepBack(tanh),
};

/** Our own routines in WebAssembly; they take whole numbers: sizes, and addresses on the heap they work on. */
export type Routines = Readonly<Record<keyof typeof written, (...numbers: number[]) => void>>;

const bytes = new Map<boolean, Uint8Array<ArrayBuffer>>();

function bytesFor(shared: boolean): Uint8Array<ArrayBuffer> {
  const known = bytes.get(shared) ?? moduleOf(written, { shared });
  bytes.set(shared, known);
  return known;
}

let usable: boolean | null = null;

/** Can our routines run here? They need vectors (SIMD), as one of them says for all. */
export const routinesRun = (): boolean => (usable ??= WebAssembly.validate(moduleOf({ adamStep }, { shared: false })));

const made = new WeakMap<WasmHeap, Routines>();

/** The routines in the memory of TensorFlow.js's module, made when they are first asked for; null where they cannot run. */
export function routinesOn(heap: WasmHeap): Routines | null {
  if (!routinesRun()) return null;
  const routines = made.get(heap) ?? instantiated(heap);
  made.set(heap, routines);
  return routines;
}

function instantiated({ wasm }: WasmHeap): Routines {
  // With threads the module is given its memory, without it has one of its own.
  const memory = wasm.wasmMemory ?? wasm.asm.memory!;
  const module = new WebAssembly.Module(bytesFor(!(memory.buffer instanceof ArrayBuffer)));
  return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Routines;
}
