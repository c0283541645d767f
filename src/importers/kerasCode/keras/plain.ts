import type { ThingValue, Value } from '../values/value';
import type { Config, Json } from '../../kerasGraph/kerasGraph';
import { CodeError } from '../codeError';
import { written } from '../values/words';
import { type Family, knownName, signatureOf } from './signatures';

/** Values of Keras's configuration are as plain as this. */
interface Place {
  readonly line: number;
  /** What the value is for, e.g. `Dense.units`. */
  readonly wanted: string;
}

/** A value as Keras's configurations have it. Throws `CodeError('unknownValue')` for what the text does not say. */
export function plainValue(value: Value, place: Place, depth = 0): Json {
  switch (value.kind) {
    case 'number':
      return Number.isFinite(value.value) ? value.value : null;
    case 'string':
    case 'boolean':
      return value.value;
    case 'none':
      return null;
    case 'list':
    case 'tuple':
    case 'set':
      if (depth < 20) return value.items.map((item) => plainValue(item, place, depth + 1));
      break;
    case 'range':
      break;
    case 'dict':
      if (depth < 20) {
        const entries = [...value.entries.values()];
        return Object.fromEntries(
          entries.map(([key, each]) => [
            key.kind === 'string' ? key.value : written(key),
            plainValue(each, place, depth + 1),
          ]),
        );
      }
      break;
    case 'thing':
      return plainThing(value, place);
    case 'layer':
      return { class_name: value.className, config: { name: value.name, ...value.config } };
    case 'function':
    case 'native':
      return value.name;
    default:
      break;
  }
  // A wrapper holds a layer, whatever its class.
  if (value.kind === 'unknown' && value.layer && place.wanted.endsWith('.layer')) {
    return plainValue(value.layer(), place, depth + 1);
  }
  const from = value.kind === 'unknown' ? value : null;
  const name = from?.variable ?? from?.name ?? written(value);
  throw new CodeError('unknownValue', place.line, { name, wanted: place.wanted, from: from?.name ?? '' });
}

/** An initializer, activation and the like: its name, with its arguments where it has some. */
function plainThing(thing: ThingValue, place: Place): Json {
  if (thing.args === null || thing.module === 'keras.activations') return thing.name;
  const family = thing.module.split('.')[1] as Family | undefined;
  const config = thingConfig(thing, family, place);
  return { class_name: thing.name, config };
}

export function thingConfig({ name, args }: ThingValue, family: Family | undefined, place: Place): Config {
  const signature = family ? signatureOf(family, name) : null;
  const config: Record<string, Json> = {};
  for (const [key, value] of args ?? []) {
    const argument = key.startsWith('#') ? (signature?.[Number(key.slice(1))]?.[0] ?? key) : key;
    config[argument] = plainValue(value, { ...place, wanted: `${name}.${argument}` });
  }
  return config;
}

/** The name of a thing in Keras, with its aliases followed. */
export const thingName = (family: Family, name: string): string => knownName(family, name) ?? name;
