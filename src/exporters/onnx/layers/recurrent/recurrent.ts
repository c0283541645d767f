import type { Layer, LayerWriter } from '../layer';
import { reshape } from '../dimensions';
import { isNative, nativeRecurrent } from './nativeRecurrent';
import { type Recurrence, recurrenceOf } from './recurrence';
import { scannedRecurrent } from './scannedRecurrent';
import type { Value } from '../../graph/parts';

/** Time in the other order. */
function reversed(layer: Layer, x: Value): Value {
  const [start, end, axis, step] = [-1, Number.MIN_SAFE_INTEGER, 1, -1].map((value) => layer.whole(value));
  return layer.part('Slice', [x, start!, end!, axis!, step!]);
}

/** Keras's LSTM, GRU and SimpleRNN: an operator of ONNX, or a loop where there is a mask or a rare activation. */
export const recurrent: LayerWriter = (layer) => {
  const recurrence = recurrenceOf(layer);
  const mask = layer.given[1];
  if (mask || !isNative(recurrence)) return scannedRecurrent(layer, recurrence, mask);
  const y = nativeRecurrent(layer, [layer], recurrence);
  const axis = recurrence.sequences ? 2 : 1;
  const single = layer.part('Squeeze', [y, layer.whole(axis)]);
  // Keras gives the steps in the order in which it reads them.
  return recurrence.sequences && recurrence.backwards ? reversed(layer, single) : single;
};

const merges: Readonly<Record<string, string>> = { sum: 'Sum', ave: 'Mean' };

/** Both directions by one operator: their outputs lie side by side. */
function nativeBoth(layer: Layer, halves: readonly Layer[], recurrence: Recurrence, mode: string): Value {
  const y = nativeRecurrent(layer, halves, recurrence);
  const axis = recurrence.sequences ? 2 : 1;
  if (mode === 'concat') {
    const steps = recurrence.sequences ? [{ of: y, axis: 1 }] : [];
    return reshape(layer, y, [{ of: y, axis: 0 }, ...steps, 2 * recurrence.units]);
  }
  if (mode === 'sum') return layer.part('ReduceSum', [y, layer.whole(axis)], { attributes: { keepdims: 0 } });
  const op = mode === 'ave' ? 'ReduceMean' : 'ReduceProd';
  return layer.part(op, [y], { attributes: { axes: [axis], keepdims: 0 } });
}

/** Keras's Bidirectional. */
export const bidirectional: LayerWriter = (layer) => {
  const [x, mask] = layer.given as [Value, Value | undefined];
  const halves = [
    layer.inside(layer.inner('layer'), 'forward/', [x]),
    layer.inside(layer.inner('backwardLayer'), 'backward/', [x]),
  ];
  const recurrences = halves.map(recurrenceOf);
  const mode = layer.text('mergeMode', 'concat');
  if (!mask && recurrences.every(isNative)) return nativeBoth(layer, halves, recurrences[0]!, mode);
  const zeros = recurrences[0]!.sequences;
  const both = halves.map((half, at) => scannedRecurrent(half, recurrences[at]!, mask, { zeros, inTime: true }));
  if (mode === 'concat') return layer.part('Concat', both, { attributes: { axis: -1 } });
  return mode === 'mul' ? layer.part('Mul', both) : layer.part(merges[mode]!, both);
};
