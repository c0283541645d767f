import { places, sizeOf } from './dimensions';
import type { Layer } from './layer';
import { type Sliding, needsPadding } from './windows';
import type { Value } from '../graph/parts';

/**
 * The value with what Keras's `same` adds around it, worked out from the data: ONNX's own way fails where a window is
 * smaller than its stride and the size is open. `fill` is what lies outside.
 */
export function openlyPadded(layer: Layer, x: Value, sliding: Sliding, fill: number): Value {
  if (!needsPadding(x.shape, sliding)) return x;
  const whole = (op: string, left: Value, right: Value) => layer.part(op, [left, right], { type: 'int64' });
  const { sizes, strides, dilations } = sliding;
  const pads = sizes.map((window, axis) => {
    const reach = (window - 1) * dilations[axis]! + 1;
    const stride = layer.whole(strides[axis]!);
    const size = sizeOf(layer, x.shape[axis] ?? { of: x, axis: places(x)[axis]! });
    const last = whole('Div', whole('Sub', size, layer.whole(1)), stride);
    const needed = whole('Add', whole('Mul', last, stride), layer.whole(reach));
    const all = whole('Max', whole('Sub', needed, size), layer.whole(0));
    const before = whole('Div', all, layer.whole(2));
    return [before, whole('Sub', all, before)] as const;
  });
  const none = layer.whole(0, 0);
  const list = [none, ...pads.map(([before]) => before), none, ...pads.map(([, after]) => after)];
  const joined = layer.part('Concat', list, { attributes: { axis: 0 }, type: 'int64' });
  return layer.part('Pad', [x, joined, layer.scalar(fill)], {
    ...x,
    shape: [...sizes.map(() => null), x.shape.at(-1)!],
  });
}
