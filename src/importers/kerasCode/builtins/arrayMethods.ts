import type { ArrayValue, Value } from '../values/value';
import { int, native, unknown } from '../values/make';
import { array, reshaped, shapeTuple } from '../values/arrays';

/** `array.name`: what is known of data is their shape. */
export function arrayAttribute(own: ArrayValue, name: string, line: number): Value {
  const { shape, dataset } = own;
  switch (name) {
    case 'shape':
      return shapeTuple(shape);
    case 'ndim':
      return int(shape.length);
    case 'size':
      return shape.includes(null)
        ? unknown('array.size', line)
        : int(shape.reduce<number>((all, size) => all * size!, 1));
    case 'T':
      return array(shape.toReversed(), dataset);
    case 'astype':
    case 'copy':
    case 'numpy':
    case 'clip':
    case 'round':
      return native(name, () => own);
    case 'reshape':
      return native(name, ({ args }) => {
        const wanted = args.length === 1 && args[0] && 'items' in args[0] ? args[0].items : args;
        return array(
          reshaped(
            shape,
            wanted.map((size) => (size.kind === 'number' ? size.value : null)),
          ),
          dataset,
        );
      });
    case 'flatten':
    case 'ravel':
      return native(name, () => array(reshaped(shape, [-1]), dataset));
    default:
      return unknown(`array.${name}`, line);
  }
}
