import type { Machine, Value } from '../values/value';
import { int, text } from '../values/make';
import { CodeError } from '../codeError';
import { written } from '../values/words';
import { special } from './methods';

/** Length of what `range` gives. */
export function rangeLength({ start, stop, step }: { start: number; stop: number; step: number }): number {
  return Math.max(0, Math.ceil((stop - start) / step));
}

/**
 * The values that a loop goes through; null where the text does not say them. Counts a step for each.
 * Throws `CodeError('operands')` for a value that has none.
 */
export function valuesOf(value: Value, machine: Machine, line: number): readonly Value[] | null {
  switch (value.kind) {
    case 'list':
    case 'set':
    case 'tuple':
      machine.step(line, Math.floor(value.items.length / 8));
      return [...value.items];
    case 'string':
      machine.step(line, Math.floor(value.value.length / 8));
      return Array.from(value.value, text);
    case 'dict':
      return Array.from(value.entries.values(), ([key]) => key);
    case 'range': {
      const length = rangeLength(value);
      machine.step(line, Math.floor(length / 8));
      return Array.from({ length }, (_, index) => int(value.start + index * value.step));
    }
    case 'layer':
      return value.model ? null : notIterable(value, line);
    case 'object':
      return value.values?.() ?? null;
    case 'instance': {
      const values = special(value, '__iter__', [], machine, line);
      return values && values.kind !== 'instance' ? valuesOf(values, machine, line) : null;
    }
    case 'unknown':
    case 'array':
    case 'tensor':
    case 'thing':
    case 'module':
      return null;
    default:
      return notIterable(value, line);
  }
}

function notIterable(value: Value, line: number): never {
  throw new CodeError('operands', line, { operator: 'in', left: 'for …', right: written(value) });
}
