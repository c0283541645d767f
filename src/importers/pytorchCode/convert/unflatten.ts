import type { Conversion, Draft, Weight } from '../../onnx/conversion';
import type { Operation } from '../../onnx/operation';
import { orderOf, reshape } from '../../onnx/operators/shaping';
import { weight } from '../../onnx/operators/weights';
import { type TensorValue, channelsFirst } from '../../onnx/value';

/** Operators that take pictures with the channels first. */
const spatial =
  /^(Conv|ConvTranspose|MaxPool|AveragePool|GlobalAveragePool|GlobalMaxPool|Resize|AdaptiveAveragePool|AdaptiveMaxPool)$/;
/** Operators that leave each number where it is. */
const each =
  /^(Relu|LeakyRelu|Sigmoid|Tanh|Elu|Selu|Celu|Gelu|Swish|Softplus|BatchNormalization|Dropout|SpatialDropout|PRelu)$/;

/** Whether the first that looks at neighbours takes them as a picture. */
function isPicture(conversion: Conversion, name: string, depth = 0): boolean {
  const readers = conversion.readersOf(name);
  return (
    readers.length > 0 &&
    depth < 20 &&
    readers.every(
      ({ op, outputs }) => spatial.test(op) || (each.test(op) && isPicture(conversion, outputs[0]!, depth + 1)),
    )
  );
}

/** Layers between a Dense and this, which nothing else takes; null where the order of the numbers is not ours to choose. */
function chainTo(conversion: Conversion, name: string): readonly Draft[] | null {
  const chain: Draft[] = [];
  for (let at: string | undefined = name; at !== undefined; at = chain.at(-1)!.inputs[0]) {
    const draft: Draft | undefined = conversion.layers.get(at);
    const names = [...conversion.values].flatMap(([own, value]) =>
      value.kind === 'tensor' && value.layer === at ? [own] : [],
    );
    const isOurs = names.every((own) => conversion.readersOf(own).length === 1 && !conversion.isGiven(own));
    const isKnown = /^(Dense|Activation|LeakyReLU|ELU|ReLU|Dropout|BatchNormalization)$/.test(draft?.className ?? '');
    if (!draft || !isOurs || !isKnown || draft.inputs.length !== 1) return null;
    chain.push(draft);
    if (draft.className === 'Dense') return chain;
  }
  return null;
}

/** The last axis in another order: number `i` is number `order[i]`. */
function ordered(given: Weight, order: Int32Array): Weight {
  const columns = order.length;
  return weight(given.shape, () => {
    const { values } = given;
    return Float32Array.from(values, (_, at) => values[at - (at % columns) + order[at % columns]!]!);
  });
}

/** A vector becomes a picture: its numbers lie as a picture's with channels last where the layer that makes them can give them so. */
export function unflatten(operation: Operation): void {
  const { conversion, node } = operation;
  const input = operation.straight(0);
  const sizes = Array.from(operation.constant(1).values).slice(1);
  const axes = channelsFirst(sizes.length + 1);
  const value: TensorValue = { kind: 'tensor', layer: '', axes, dims: [null, ...sizes] };
  const order = sizes.length > 1 && isPicture(conversion, node.outputs[0]!) ? orderOf(value) : null;
  const isStraight = order?.every((from, at) => from === at) === true;
  const chain = order === null || isStraight ? null : chainTo(conversion, input.layer);
  if (order === null || (chain === null && !isStraight)) {
    reshape(operation);
    return;
  }
  for (const draft of chain ?? []) draft.weights = draft.weights.map((given) => ordered(given, order));
  const { name } = operation.layer('Reshape', { target_shape: [...sizes.slice(1), sizes[0]!] }, [input]);
  operation.give({ ...value, layer: name });
}
