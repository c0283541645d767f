import type { DictValue, Layer, ListValue, NativeValue, NumberValue, UnknownValue, Value } from './value';

export const none: Value = { kind: 'none' };
export const ellipsis: Value = { kind: 'ellipsis' };
export const int = (value: number): NumberValue => ({ kind: 'number', value, float: false });
export const float = (value: number): NumberValue => ({ kind: 'number', value, float: true });
export const text = (value: string): Value => ({ kind: 'string', value });
export const truth = (value: boolean): Value => ({ kind: 'boolean', value });
export const list = (items: Value[]): ListValue => ({ kind: 'list', items });
export const tuple = (items: readonly Value[]): Value => ({ kind: 'tuple', items });
export const unknown = (name: string, line: number): UnknownValue => ({ kind: 'unknown', name, line });
export const module = (path: string): Value => ({ kind: 'module', path });
export const native = (name: string, run: NativeValue['run']): NativeValue => ({ kind: 'native', name, run });

export function dict(entries: Iterable<readonly [Value, Value]>): DictValue {
  return { kind: 'dict', entries: new Map(Array.from(entries, (entry) => [keyOf(entry[0]), entry])) };
}

/** The key under which a dictionary or a set holds a value. */
export function keyOf(value: Value): string {
  switch (value.kind) {
    case 'number':
    case 'boolean':
      return `n${Number(value.value)}`;
    case 'string':
      return `s${value.value}`;
    case 'tuple':
      return `(${value.items.map(keyOf).join('\u0000')})`;
    case 'none':
      return '-';
    default:
      return `o${identityOf(value)}`;
  }
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/** A number of its own for every object. */
export function identityOf(value: object): number {
  const known = identities.get(value);
  if (known !== undefined) return known;
  lastIdentity += 1;
  identities.set(value, lastIdentity);
  return lastIdentity;
}

/** A layer that nothing has called yet. */
export function freshLayer(
  className: string,
  { name, config, line }: Pick<Layer, 'name' | 'config' | 'line'>,
  more: Partial<Pick<Layer, 'base' | 'module' | 'model'>> = {},
): Layer {
  return {
    kind: 'layer',
    className,
    base: className,
    module: 'keras.layers',
    name,
    config,
    trainable: true,
    line,
    calls: [],
    inner: [],
    given: new Map(),
    model: null,
    instance: null,
    ...more,
  };
}
