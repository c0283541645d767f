import type { ClassValue, Value } from '../values/value';
import { truth, unknown } from '../values/make';

/** `isinstance(value, type)`. */
export function isInstance(value: Value, type: Value, line: number): Value {
  if ('items' in type) {
    return truth(
      type.items.some((each) => {
        const known = isInstance(value, each, line);
        return known.kind === 'boolean' && known.value;
      }),
    );
  }
  if (value.kind === 'unknown') return value;
  if (type.kind === 'class') return truth(value.kind === 'instance' && made(value.class, type));
  if (type.kind !== 'native') return truth(false);
  if (type.keras !== undefined) return truth(isLayer(value, type.keras));
  const kinds: Readonly<Record<string, readonly string[]>> = {
    int: ['number', 'boolean'],
    float: ['number'],
    str: ['string'],
    list: ['list'],
    tuple: ['tuple'],
    dict: ['dict'],
    set: ['set'],
    bool: ['boolean'],
  };
  const wanted = Object.hasOwn(kinds, type.name) ? kinds[type.name]! : null;
  if (!wanted) return unknown(`isinstance(…, ${type.name})`, line);
  const fits = wanted.includes(value.kind);
  return truth(fits && (value.kind !== 'number' || value.float === (type.name === 'float')));
}

const made = (own: ClassValue, wanted: ClassValue): boolean =>
  own === wanted || own.bases.some((base) => base.kind === 'class' && made(base, wanted));

function isLayer(value: Value, wanted: string): boolean {
  const layer = value.kind === 'instance' ? value.layer : value;
  if (layer?.kind !== 'layer') return false;
  if (wanted === 'Layer') return true;
  if (wanted === 'Model' || wanted === 'Functional') return layer.model !== null || layer.base === 'Model';
  if (wanted === 'Sequential') return layer.model?.sequence !== null && layer.model !== null;
  return layer.base === wanted;
}
