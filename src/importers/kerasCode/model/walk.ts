import type { Layer, LayerCall, Tensor } from '../values/value';
import { CodeError } from '../codeError';

export interface Walk {
  /** Calls between the inputs and the outputs, each behind those that it takes from. */
  readonly calls: readonly LayerCall[];
  /** Layers as `model.layers` has them: the farthest from the outputs first (Keras's `map_graph`). */
  readonly layers: readonly Layer[];
}

/**
 * What lies between the inputs and the outputs of a model. Throws `CodeError('disconnected')` where the outputs need an
 * input that is not among them.
 */
export function walked(model: string, inputs: readonly Tensor[], outputs: readonly Tensor[], line: number): Walk {
  const calls: LayerCall[] = [];
  const done = new Set<LayerCall>();
  const open = new Set<LayerCall>();
  const ends = new Set(inputs.map(keyOf));
  // A stack of its own: towers are deep.
  const waiting: { readonly call: LayerCall; readonly left: boolean }[] = [];
  const want = (tensor: Tensor) => {
    if (ends.has(keyOf(tensor))) return;
    if (!tensor.call) throw new CodeError('disconnected', line, { model });
    if (!done.has(tensor.call)) waiting.push({ call: tensor.call, left: false });
  };
  for (const output of outputs.toReversed()) want(output);
  while (waiting.length > 0) {
    const { call, left } = waiting.pop()!;
    if (left) {
      open.delete(call);
      if (!done.has(call)) calls.push(call);
      done.add(call);
      continue;
    }
    if (done.has(call) || open.has(call)) continue;
    open.add(call);
    waiting.push({ call, left: true });
    for (const input of call.inputs.toReversed()) want(input);
  }
  return { calls, layers: inOrder(inputs, calls) };
}

const numbers = new WeakMap<object, number>();
let last = 0;
const numberOf = (value: object) => {
  if (!numbers.has(value)) numbers.set(value, (last += 1));
  return numbers.get(value)!;
};

/** One output tensor, however often it is handed on. */
export const keyOf = ({ layer, call, index }: Pick<Tensor, 'layer' | 'call' | 'index'>): string =>
  `${numberOf(call ?? layer)} ${index}`;

function inOrder(inputs: readonly Tensor[], calls: readonly LayerCall[]): readonly Layer[] {
  const depth = new Map<LayerCall, number>();
  const layerDepth = new Map<Layer, number>();
  const deepen = (layer: Layer, least: number) => layerDepth.set(layer, Math.max(layerDepth.get(layer) ?? 0, least));
  for (const { layer } of inputs) deepen(layer, 0);
  for (const call of calls.toReversed()) {
    const own = Math.max(depth.get(call) ?? 0, layerDepth.get(call.layer) ?? 0);
    depth.set(call, own);
    deepen(call.layer, own);
    for (const input of call.inputs) {
      if (input.call) depth.set(input.call, Math.max(depth.get(input.call) ?? 0, own + 1));
      else deepen(input.layer, own + 1);
    }
  }
  const met = calls.flatMap(({ layer, inputs: into }) => [...into.map((each) => each.layer), layer]);
  const order = new Map<Layer, number>();
  for (const layer of [...met, ...inputs.map((input) => input.layer)])
    if (!order.has(layer)) order.set(layer, order.size);
  const inModel = new Set([
    ...inputs.filter(({ call }) => call === null).map(({ layer }) => layer),
    ...calls.map(({ layer }) => layer),
  ]);
  return [...inModel].toSorted(
    (one, other) =>
      (layerDepth.get(other) ?? 0) - (layerDepth.get(one) ?? 0) || (order.get(one) ?? 0) - (order.get(other) ?? 0),
  );
}
