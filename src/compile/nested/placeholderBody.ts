import type { Argument, KeptLayer } from '../../brick/call';
import type { Shape } from '../../brick/shape';
import type { Node } from '../../document/document';
import { placeholderSchema } from '../../document/structure/placeholder';
import type { Problem } from '../issue';
import type { Body } from './body';
import type { Weight } from '../plan';
import { camelCase } from '../identifiers';
import { valueText } from '../params';

/** A value that a call can be written with; an object of the configuration cannot. */
const isPlain = (value: unknown): boolean =>
  value === null || typeof value !== 'object' || (Array.isArray(value) && value.every(isPlain));

/** What is known of a layer that no brick stands for: its class, its arguments, the shape that comes out, its weights. */
export function placeholderBody(
  given: Node['params'],
  inputShapes: readonly Shape[],
  trainable: boolean,
): Body | Problem {
  const read = placeholderSchema.safeParse(given);
  if (!read.success) {
    const param = String(read.error.issues[0]?.path[0] ?? 'className');
    return { code: 'parameter', data: { param, value: valueText(given[param]), allowed: '{"className": "…"}' } };
  }
  const { className, module, config, shape, weights, call = null } = read.data;
  const args = Object.entries(config).filter(
    ([name, value]) => name !== 'name' && name !== 'trainable' && isPlain(value),
  );
  const none = { role: 'initializer', name: 'zeros', settings: {} } as const;
  return {
    call: {
      tfjs: 'placeholder',
      keras: className,
      args: {},
      kerasArgs: Object.fromEntries(args.map(([name, value]) => [camelCase(name), value as Argument])),
      traits: { placeholder: true },
      written: { first: [], silent: [] },
      kept: { className, module, config: config as KeptLayer['config'], call: call as KeptLayer['call'] },
    },
    shape: shape ?? inputShapes[0] ?? [],
    weights: Object.entries(weights).map(([name, size]): Weight => ({
      name,
      shape: size,
      trainable,
      initializer: none,
      regularizer: null,
      constraint: null,
    })),
    window: null,
  };
}
