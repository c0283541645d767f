import { type Plan, type Step, buildable, runnable } from '../../compile/plan';
import type { ActiveBackend } from './backend';
import { frozenPart } from '../../compile/frozen/frozenPart';
import { EngineError } from '../protocol/engineError';
import { flatPlan } from '../../compile/frozen/flatPlan';
import type { BackendName } from '../protocol/backendInfo';
import type { EngineTrouble } from '../protocol/engineTrouble';

const bytesPerNumber = 4;
const size = (shape: readonly (number | null)[]) =>
  shape.reduce<number>((product, axis) => product * (axis ?? 1), bytesPerNumber);

/** All layers, those inside backbones too. */
function layersOf({ steps }: Plan): readonly Step[] {
  return steps.flatMap((step) => (step.nested ? layersOf(step.nested) : [step]));
}

/** Layers that every batch goes through. */
function trainedOn(plan: Plan, features: boolean): readonly Step[] {
  const flat = flatPlan(plan);
  const part = features ? frozenPart(plan, flat) : null;
  return flat.steps.flatMap(({ path, step }) => (part?.before.has(path) ? [] : [step]));
}

export interface Device {
  readonly backend: BackendName;
  /** Bytes of the largest single buffer; null: only the total counts. */
  readonly largestBuffer: number | null;
  /** Bytes for everything together. */
  readonly memory: number;
}

const wasmMemory = 2 ** 31;

/**
 * What the device has: three quarters of the memory that its browser admits to (`gigabytes`, 8 at most, which is taken
 * where nothing is said), of which wasm addresses 2 GB.
 */
export function deviceOf(
  backend: BackendName,
  largestBuffer: number | null,
  gigabytes = (globalThis.navigator as { deviceMemory?: number } | undefined)?.deviceMemory ?? 8,
): Device {
  const memory = gigabytes * 0.75 * 2 ** 30;
  return { backend, largestBuffer, memory: backend === 'wasm' ? Math.min(wasmMemory, memory) : memory };
}

/**
 * Is the model too large for the device? `slots` is the number of tensors an optimizer keeps per weight; null for
 * prediction only. Training keeps weights, gradients, slots and every layer's output (twice: its gradient) at once; with
 * `features` those of the frozen part are computed before.
 */
export function tooLarge(
  plan: Plan,
  device: Device,
  batchSize: number,
  slots: number | null,
  features = false,
): EngineTrouble | null {
  const layers = layersOf(plan);
  const single = device.largestBuffer ?? device.memory;
  for (const layer of layers) {
    for (const { name, shape } of layer.weights) {
      const bytes = size(shape);
      if (bytes <= single) continue;
      const data = { what: 'weight', name: `${layer.name}/${name}`, bytes, limit: single, batchSize: null } as const;
      return { code: 'tooLarge', data };
    }
  }
  const activations = trainedOn(plan, features).map(({ name, shape }) => ({ name, bytes: size(shape) }));
  const largest = activations.reduce((most, next) => (next.bytes > most.bytes ? next : most), { name: '', bytes: 0 });
  const perSample = activations.reduce((sum, { bytes }) => sum + bytes, 0) * (slots === null ? 1 : 2);
  const weights = bytesPerNumber * plan.totals.parameters;
  const fixed = weights + (slots === null ? 0 : bytesPerNumber * plan.totals.trainable * (1 + slots));
  const fits = Math.floor(Math.min(single / largest.bytes, (device.memory - fixed) / perSample));
  if (fits >= batchSize) return null;
  const smaller = fits >= 1 ? fits : null;
  if (largest.bytes * batchSize > single) {
    const data = { what: 'activation', name: largest.name, bytes: largest.bytes * batchSize, limit: single } as const;
    return { code: 'tooLarge', data: { ...data, batchSize: smaller } };
  }
  const bytes = fixed + perSample * batchSize;
  return {
    code: 'tooLarge',
    data: { what: 'total', name: plan.title, bytes, limit: device.memory, batchSize: smaller },
  };
}

/** Throws `EngineError('tooLarge')` when the backend in use cannot take the model. */
export function refuseTooLarge(
  plan: Plan,
  active: ActiveBackend,
  batchSize: number,
  slots: number | null,
  features = false,
): void {
  const error = tooLarge(plan, deviceOf(active.info.name, active.largestBuffer), batchSize, slots, features);
  if (error !== null) throw new EngineError(error);
}

/** Throws `EngineError('notRunnable')`: what nothing computes can have weights all the same. */
export function refuseUnbuildable(plan: Plan): void {
  if (buildable(plan)) return;
  throw new EngineError({ code: 'notRunnable', data: { inputs: plan.inputs.length, outputs: plan.outputs.length } });
}

/** Throws `EngineError('notRunnable')`: the engine takes models without errors that have an input and an output. */
export function refuseUnrunnable(plan: Plan): void {
  const { inputs, outputs } = plan;
  if (runnable(plan)) return;
  throw new EngineError({ code: 'notRunnable', data: { inputs: inputs.length, outputs: outputs.length } });
}
