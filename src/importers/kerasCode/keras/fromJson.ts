import type { Json } from '../../kerasGraph/kerasGraph';
import type { Value } from '../values/value';
import { dict, float, int, none, text, truth, tuple } from '../values/make';

/** A configuration's value as Python has it. */
export function fromJson(json: Json): Value {
  if (json === null) return none;
  if (typeof json === 'number') return Number.isInteger(json) ? int(json) : float(json);
  if (typeof json === 'string') return text(json);
  if (typeof json === 'boolean') return truth(json);
  if (Array.isArray(json)) return tuple(json.map((each: Json) => fromJson(each)));
  return dict(
    Object.entries(json as { readonly [key: string]: Json }).map(([key, each]) => [text(key), fromJson(each)] as const),
  );
}
