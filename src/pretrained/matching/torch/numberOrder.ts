import type { Plan, Step } from '../../../compile/plan';

/** For each number of a vector here, its place in PyTorch's; null: the same. */
export type NumberOrder = readonly number[] | null;

/** Of a layer: how the vectors that come in lie, and those that it gives. */
export interface NumberOrders {
  readonly input: NumberOrder;
  readonly output: NumberOrder;
}

/** Layers that leave each number of a vector in its place. */
const each =
  /^(Activation|ReLU|LeakyReLU|ELU|PReLU|Softmax|ThresholdedReLU|Dropout|AlphaDropout|Gaussian\w+|BatchNormalization|Identity|Rescaling|Masking)$/;
/** Layers that take pictures and signals with the channels first in PyTorch. */
const spatial = /Conv|Pool|UpSampling|ZeroPadding|Cropping|SpatialDropout/;
/** Layers whose features lie last there, too. */
const featuresLast = /^(Embedding|LSTM|GRU|SimpleRNN|Bidirectional|TimeDistributed|Dense|LayerNormalization)$/;

/** `[…sizes, channels]` here is `[channels, …sizes]` there. */
function channelsFirst(shape: readonly number[]): NumberOrder {
  const [channels, sizes] = [shape.at(-1)!, shape.slice(0, -1)];
  const area = sizes.reduce((product, size) => product * size, 1);
  if (channels === 1 || area === 1) return null;
  return Array.from({ length: area * channels }, (_, at) => (at % channels) * area + Math.floor(at / channels));
}

const known = (shape: Step['shape']): shape is readonly number[] => shape.every((size) => size !== null);

/** How the numbers of vectors lie that were pictures, or become some, by the name of a layer that has weights for them. */
export function numberOrders({ steps, inputs }: Plan): ReadonlyMap<string, NumberOrders> {
  const named = new Map(steps.map((step) => [step.name, step]));
  const readers = new Map<string, Step[]>();
  for (const step of steps) for (const from of step.inputs) readers.set(from, [...(readers.get(from) ?? []), step]);

  /** Whether the channels of what a layer gives lie first in PyTorch. */
  const first = new Map<string, boolean>();
  const given = new Map<string, NumberOrder>();
  for (const { name, call, shape, inputs: from, nested, inputShapes } of steps) {
    const before = from[0];
    const isInput = inputs.includes(name);
    const isFirst = isInput
      ? shape.length >= 3
      : nested !== undefined ||
        spatial.test(call.keras) ||
        (call.keras === 'Reshape' && shape.length >= 3) ||
        (!featuresLast.test(call.keras) && call.keras !== 'Permute' && (first.get(before ?? '') ?? false));
    first.set(name, isFirst);
    const source = inputShapes[0];
    if (call.keras === 'Flatten' && source && known(source))
      given.set(name, first.get(before!) === true && source.length > 1 ? channelsFirst(source) : null);
    else if (call.keras === 'Concatenate') given.set(name, joined(from, named, given));
    else given.set(name, each.test(call.keras) && shape.length === 1 ? (given.get(before ?? '') ?? null) : null);
  }

  /** How a vector has to lie for the picture that alone is made of it. */
  const wanted = ({ name, shape }: Step): NumberOrder => {
    const next = readers.get(name) ?? [];
    if (shape.length !== 1 || next.length !== 1) return null;
    const [reader] = next;
    if (each.test(reader!.call.keras)) return wanted(reader!);
    const isPicture = reader!.call.keras === 'Reshape' && reader!.shape.length >= 3 && known(reader!.shape);
    return isPicture ? channelsFirst(reader!.shape as readonly number[]) : null;
  };
  return new Map(
    steps.map((step) => {
      const input = given.get(step.inputs[0] ?? '') ?? null;
      const passes = each.test(step.call.keras);
      const output = wanted(step);
      return [step.name, passes ? { input: input ?? output, output: input ?? output } : { input, output }] as const;
    }),
  );
}

/** Vectors one behind the other. */
function joined(
  from: readonly string[],
  named: ReadonlyMap<string, Step>,
  given: ReadonlyMap<string, NumberOrder>,
): NumberOrder {
  if (from.every((name) => (given.get(name) ?? null) === null)) return null;
  const orders: number[] = [];
  for (const name of from) {
    const length = named.get(name)!.shape[0] ?? 0;
    const [start, own] = [orders.length, given.get(name)];
    for (let at = 0; at < length; at++) orders.push(start + (own?.[at] ?? at));
  }
  return orders;
}
