import type { Initializer, Node, Value } from './graph/parts';
import { reshaped, transposed } from './layers/tensors';

/** Operators that do the same to every number, wherever it stands. */
const eachAlone = new Set(['Relu', 'LeakyRelu', 'Sigmoid', 'Tanh', 'Elu', 'Softplus', 'Identity']);

interface Parts {
  readonly nodes: readonly Node[];
  readonly initializers: readonly Initializer[];
}

/** The nodes that take a value, those in bodies too. */
function takers(nodes: readonly Node[], found = new Map<Value, Node[]>()): ReadonlyMap<Value, readonly Node[]> {
  for (const node of nodes) {
    for (const input of node.inputs) if (input) found.set(input, [...(found.get(input) ?? []), node]);
    for (const attribute of Object.values(node.attributes)) {
      if (typeof attribute !== 'object' || !('body' in attribute)) continue;
      takers(attribute.body.nodes, found);
      for (const { value } of attribute.body.outputs) found.set(value, [...(found.get(value) ?? []), node]);
    }
  }
  return found;
}

/**
 * The graph without the turning of pictures that are flattened for Dense layers alone: these take the numbers as they
 * lie, channels first, and the rows of their kernels are put into that order instead. `kept`: values that leave the model
 * and have to be as Keras has them.
 */
export function foldedFlatten({ nodes, initializers }: Parts, kept: ReadonlySet<Value>): Parts {
  const takenBy = takers(nodes);
  const constants = new Map<Value, Initializer>(initializers.map((one) => [one, one]));

  /** The kernels that a flattened value meets; null where anything else minds the order. */
  const kernelsOf = (flat: Value): Initializer[] | null => {
    const users = takenBy.get(flat) ?? [];
    if (kept.has(flat) || users.length === 0) return null;
    const all = users.map(({ op, inputs, outputs }) => {
      if (eachAlone.has(op) && nodes.some((node) => node.outputs === outputs)) return kernelsOf(outputs[0]!);
      const kernel = op === 'Gemm' && inputs[0] === flat ? constants.get(inputs[1]!) : undefined;
      return kernel && takenBy.get(kernel)!.length === 1 ? [kernel] : null;
    });
    return all.includes(null) ? null : (all as Initializer[][]).flat();
  };

  const turns = nodes.filter(({ op }) => op === 'Transpose');
  const straight = new Map<Node, Node>();
  const moved = new Map<Initializer, Initializer>();
  for (const node of nodes) {
    const turn = node.op === 'Flatten' ? turns.find(({ outputs }) => outputs[0] === node.inputs[0]) : undefined;
    const source = turn?.inputs[0];
    if (!source?.first || !source.shape.every((size) => size !== null)) continue;
    const kernels = kernelsOf(node.outputs[0]!);
    if (kernels === null) continue;
    straight.set(node, { ...node, inputs: [source] });
    const sizes = source.shape as readonly number[];
    const last = sizes.length - 1;
    const order = [last, ...sizes.slice(0, last).map((_, axis) => axis), last + 1];
    for (const kernel of kernels) {
      const picture = { shape: [...sizes, kernel.dims[1]!], values: kernel.values as () => Float32Array };
      moved.set(kernel, { ...kernel, values: reshaped(transposed(picture, order), kernel.dims).values });
    }
  }
  const constant = (value: Value | null) => moved.get(value as Initializer) ?? value;
  const changed = nodes.map((node) => {
    const { inputs, ...rest } = straight.get(node) ?? node;
    return { ...rest, inputs: inputs.map(constant) };
  });
  const needed = new Set(takers(changed).keys());
  const idle = ({ op, outputs: [only] }: Node) => op === 'Transpose' && !needed.has(only!) && !kept.has(only!);
  return {
    nodes: changed.filter((node) => !idle(node)),
    initializers: initializers.map((one) => moved.get(one) ?? one),
  };
}
