import type { Value } from './value';
import { identityOf } from './make';

/** Whether Python takes a value for true; null where the text does not say it. */
export function truthOf(value: Value): boolean | null {
  switch (value.kind) {
    case 'number':
      return value.value !== 0;
    case 'string':
      return value.value !== '';
    case 'boolean':
      return value.value;
    case 'none':
      return false;
    case 'list':
    case 'set':
    case 'tuple':
      return value.items.length > 0;
    case 'dict':
      return value.entries.size > 0;
    case 'range':
      return value.step > 0 ? value.start < value.stop : value.start > value.stop;
    case 'unknown':
    case 'array':
      return null;
    default:
      return true;
  }
}

/** `==`; null where it cannot be told. */
export function equal(left: Value, right: Value, depth = 0): boolean | null {
  if (left.kind === 'unknown' || right.kind === 'unknown' || left.kind === 'array' || right.kind === 'array')
    return null;
  const number = (value: Value) => (value.kind === 'number' || value.kind === 'boolean' ? Number(value.value) : null);
  const [one, other] = [number(left), number(right)];
  if (one !== null && other !== null) return one === other;
  if (left.kind === 'string' && right.kind === 'string') return left.value === right.value;
  if (left.kind === 'none' || right.kind === 'none') return left.kind === right.kind;
  if (left.kind === 'thing' && right.kind === 'thing') return left.name === right.name && left.args === right.args;
  if ('items' in left && 'items' in right && left.kind === right.kind && depth < 50) {
    if (left.items.length !== right.items.length) return false;
    return left.items.every((item, index) => equal(item, right.items[index]!, depth + 1) === true);
  }
  return left === right || identityOf(left) === identityOf(right);
}
