import type { Call, Layer, UnknownValue } from '../values/value';
import { unknown } from '../values/make';
import { madeLayer } from './layerClass';

/** Whether a name is one that classes have. */
export const isClassName = (name: string): boolean => /^[A-Z]\w*$/.test(name);

/** An object of a class that nobody here knows: where it is put into a model or called on tensors it is a layer of that class. */
export function stranger(className: string, module: string, call: Call): UnknownValue {
  let made: Layer | null = null;
  const layer = () => (made ??= { ...madeLayer(className, className, call, null), module });
  return { ...unknown(className, call.line), layer };
}
