import type { Machine, Tensor, Value } from '../values/value';
import { int, list, native, none, text, unknown } from '../values/make';
import { shapeTuple } from '../values/arrays';
import { plainThing } from '../keras/things';

/** `tensor.name`. */
export function tensorAttribute(tensor: Tensor, name: string, _machine: Machine, line: number): Value {
  const { shape } = tensor;
  switch (name) {
    case 'shape':
    case '_keras_shape':
      return shape ? shapeTuple(shape) : unknown(`${tensor.layer.name}.shape`, line);
    case 'get_shape':
      return native(name, () => (shape ? shapeTuple(shape) : unknown(`${tensor.layer.name}.shape`, line)));
    case 'as_list':
      return native(name, () => (shape ? list(shape.map((size) => (size === null ? none : int(size)))) : none));
    case 'ndim':
      return shape ? int(shape.length) : unknown(`${tensor.layer.name}.ndim`, line);
    case 'name':
      return text(tensor.layer.name);
    case 'dtype':
      return plainThing('keras.dtypes', tensor.dtype);
    default:
      return unknown(`${tensor.layer.name}.${name}`, line);
  }
}
