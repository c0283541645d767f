import type { KeptLayer, Plain } from '../../brick/call';
import type { Json, JsonObject } from './kerasJson';

const isObject = (value: Plain): value is { readonly [key: string]: Plain } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Arguments of a call with the tensors in their places. */
function filled(value: Plain, tensors: readonly Json[]): Json {
  if (Array.isArray(value)) return value.map((each: Plain) => filled(each, tensors));
  if (!isObject(value)) return value as Json;
  const place = value['$input'];
  if (typeof place === 'number') return tensors[place] ?? null;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each, tensors)]));
}

/** The call of a layer that nothing here computes as Keras 3 writes it; null where it is one tensor, or a list. */
export function keptCall({ call }: KeptLayer, tensors: readonly Json[]): JsonObject | null {
  if (call === null) return null;
  const kwargs = filled(call.kwargs, tensors) as JsonObject;
  return { args: call.args.map((each) => filled(each, tensors)), kwargs };
}

/** The configuration of such a layer as its file had it: a class may take neither a name nor whether it is trained. */
export function keptConfig({ config }: KeptLayer, name: string, trainable: boolean): JsonObject {
  const own = Object.entries({ name, trainable }).filter(([key]) => Object.hasOwn(config, key));
  return { ...(config as JsonObject), ...Object.fromEntries(own) };
}
