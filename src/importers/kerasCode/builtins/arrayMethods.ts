import type { ArrayValue, Value } from '../values/value';
import { int, native, tuple, unknown } from '../values/make';
import { array, reshaped } from '../values/arrays';

/** `array.name`: what is known of data is their shape. */
export function arrayAttribute(own: ArrayValue, name: string, line: number): Value {
  const { shape, dataset } = own;
  switch (name) {
    case 'shape':
      // A size that the text does not say is no open one.
      return tuple(shape.map((size) => (size === null ? unknown('array.shape', line) : int(size))));
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
    case 'mean':
    case 'std':
    case 'min':
    case 'max':
    case 'sum':
      return native(name, ({ args, named }) => {
        const axis = args[0] ?? named.get('axis');
        if (axis?.kind !== 'number') return unknown(`array.${name}()`, line);
        const place = axis.value < 0 ? axis.value + shape.length : axis.value;
        return array(shape.filter((_, at) => at !== place));
      });
    case 'flatten':
    case 'ravel':
      return native(name, () => array(reshaped(shape, [-1]), dataset));
    default:
      return unknown(`array.${name}`, line);
  }
}
