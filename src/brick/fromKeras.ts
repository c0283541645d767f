import type { AnyBrick } from './brick';
import type { Argument, Arguments, InnerLayer } from './call';
import type { Field, LayerValue } from './fields';
import { namedTables } from './named';

/** A layer inside a wrapper as a parameter; null where no brick is made of it. */
export type ReadInner = (layer: InnerLayer) => LayerValue | null;

function valueOf({ kind }: Field, argument: Argument, inner: ReadInner): unknown {
  if (argument === null) return Object.hasOwn(namedTables, kind) ? { name: 'none' } : null;
  if (typeof argument !== 'object' || !('role' in argument)) return argument;
  return argument.role === 'layer' ? inner(argument.layer) : { name: argument.name, ...argument.settings };
}

/**
 * Parameters of a brick from the arguments of its Keras class (camelCase, named choices as objects): what the brick reads
 * itself, then those of the same names; an argument that is not given leaves its parameter out.
 */
export function paramsFromKeras(brick: AnyBrick, args: Arguments, inner: ReadInner): Record<string, unknown> {
  const own = brick.fromKeras?.(args) ?? {};
  const { follows = {} } = brick;
  const plain = Object.entries(brick.params).flatMap(([name, field]) => {
    const argument = Object.hasOwn(follows, name) ? (args[name] ?? args[follows[name]!]) : args[name];
    return argument === undefined || name in own ? [] : [[name, valueOf(field, argument, inner)] as const];
  });
  return { ...Object.fromEntries(plain), ...own };
}
