import { activated, arithmetic } from '../activations';
import { sizeOf } from '../dimensions';
import type { Layer } from '../layer';
import { type Recurrence, biasesOf } from './recurrence';
import type { Node, Port, Value } from '../../graph/parts';

const { add, sub, mul } = arithmetic;

/** One step: the projected input and the states → the new states, the output first; gates in Keras's order. */
function cell(layer: Layer, recurrence: Recurrence, x: Value, states: readonly Value[]): readonly Value[] {
  const { op, activation, gate, resetAfter, units } = recurrence;
  const [state, carry] = states as [Value, Value];
  const recurrent = layer.weight('recurrentKernel');
  const gates = recurrent.shape[1]! / units;
  const kernel = layer.constant('recurrentKernel', recurrent);
  const wide = { shape: [units] };
  const split = (value: Value): Value[] => {
    const parts = Array.from({ length: gates }, () => layer.graph.value(`${layer.name}/gate`, wide));
    layer.graph.operator('Split', `${layer.name}/split`, [value], parts, { attributes: { axis: 1 } });
    return parts;
  };
  const activate = (value: Value) => activated(layer, value, activation);
  const open = (value: Value) => activated(layer, value, gate);
  const product = (value: Value, matrix: Value) => layer.part('MatMul', [value, matrix], wide);
  if (op === 'RNN') return [activate(add(layer, x, product(state, kernel)))];
  if (op === 'LSTM') {
    const [input, forget, candidate, output] = split(add(layer, x, product(state, kernel))) as [
      Value,
      Value,
      Value,
      Value,
    ];
    const fresh = mul(layer, open(input), activate(candidate));
    const kept = add(layer, mul(layer, open(forget), carry), fresh);
    return [mul(layer, open(output), activate(kept)), kept];
  }
  const [xUpdate, xReset, xNew] = split(x) as [Value, Value, Value];
  const mixed = (update: Value, candidate: Value) => {
    const fresh = mul(layer, sub(layer, layer.scalar(1), update), candidate);
    return [add(layer, mul(layer, update, state), fresh)];
  };
  if (resetAfter) {
    const bias = layer.constant('recurrentBias', biasesOf(layer, recurrence)[1]);
    const [update, reset, fresh] = split(add(layer, product(state, kernel), bias)) as [Value, Value, Value];
    const candidate = activate(add(layer, xNew, mul(layer, open(add(layer, xReset, reset)), fresh)));
    return mixed(open(add(layer, xUpdate, update)), candidate);
  }
  const [update, reset, last] = split(kernel) as [Value, Value, Value];
  const seen = mul(layer, open(add(layer, xReset, product(state, reset))), state);
  const candidate = activate(add(layer, xNew, product(seen, last)));
  return mixed(open(add(layer, xUpdate, product(state, update))), candidate);
}

const scalarPort = (value: Value, width: number): Port => ({ value, dims: [null, width] });

/**
 * A recurrent layer as a loop over its steps, for what ONNX's own operators do not know: masks anywhere, and other
 * activations. A masked step keeps the states; `zeros`: it gives zeros then. Gives `[batch, units]`, or with sequences
 * `[batch, steps, units]`, `inTime` in the order of time though it reads backwards.
 */
export function scannedRecurrent(
  layer: Layer,
  recurrence: Recurrence,
  mask: Value | undefined,
  { zeros = false, inTime = false } = {},
): Value {
  const { units, op, order, backwards, sequences } = recurrence;
  const width = order.length * units;
  const x = layer.last();
  const kernel = layer.constant('kernel', layer.weight('kernel'));
  const bias = layer.constant('inputBias', biasesOf(layer, recurrence)[0]);
  const projected = layer.part('Add', [layer.part('MatMul', [x, kernel]), bias]);
  const batch = sizeOf(layer, { of: x, axis: 0 });
  const size = layer.part('Concat', [batch, layer.whole(units)], { attributes: { axis: 0 }, type: 'int64' });
  const start = layer.part('Expand', [layer.scalar(0), size]);
  const inside = (name: string) => layer.graph.value(`${layer.name}/${name}`, { shape: [units] });
  const states = op === 'LSTM' ? ['state', 'carry'].map(inside) : [inside('state')];
  const [step, valid] = [inside('step'), inside('valid')];
  let ends: readonly Value[] = [];
  const nodes: readonly Node[] = layer.graph.apart(() => {
    const next = cell(layer, recurrence, step, states);
    const kept = mask
      ? next.map((value, at) =>
          add(layer, mul(layer, value, valid), mul(layer, states[at]!, sub(layer, layer.scalar(1), valid))),
        )
      : next;
    const given = mask && zeros ? mul(layer, next[0]!, valid) : kept[0]!;
    // What leaves a body leaves it once.
    ends = [...kept, given].map((value) => layer.part('Identity', [value]));
  });
  const seen = mask && layer.part('Unsqueeze', [mask, layer.whole(-1)]);
  const body = {
    name: `${layer.name}_step`,
    nodes,
    inputs: [
      ...states.map((state) => scalarPort(state, units)),
      scalarPort(step, width),
      ...(mask ? [scalarPort(valid, 1)] : []),
    ],
    outputs: ends.map((end) => scalarPort(end, units)),
  };
  const scanned = seen ? [projected, seen] : [projected];
  const finals = states.map((_, at) => layer.graph.value(`${layer.name}/final_${at}`));
  const all = layer.graph.value(`${layer.name}/sequence`);
  layer.graph.operator('Scan', layer.name, [...states.map(() => start), ...scanned], [...finals, all], {
    attributes: {
      body: { body },
      num_scan_inputs: scanned.length,
      scan_input_axes: scanned.map(() => 1),
      scan_input_directions: scanned.map(() => Number(backwards)),
      scan_output_axes: [1],
      scan_output_directions: [Number(backwards && inTime)],
    },
  });
  const { shape } = layer;
  return layer.part('Identity', [sequences ? all : finals[0]!], { shape });
}
