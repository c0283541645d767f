import type { Json } from '../kerasGraph/kerasGraph';
import { CodeError } from '../kerasCode/codeError';
import { written } from '../kerasCode/values/words';
import type { Value } from '../kerasCode/values/value';

/** Deeper than any argument of a layer. */
const deepest = 8;

/**
 * An argument of TensorFlow.js as plain data: `{ named, settings }` of `tf.initializers` and the like, `{ layer, args }` of a
 * layer inside a layer. Throws `CodeError('unknownValue')` for what the text does not say.
 */
export function givenValue(value: Value, wanted: string, line: number, depth = 0): Json {
  if (depth < deepest) {
    if (value.kind === 'number' || value.kind === 'string' || value.kind === 'boolean') return value.value;
    if (value.kind === 'none') return null;
    if (value.kind === 'list' || value.kind === 'tuple') {
      return value.items.map((item) => givenValue(item, wanted, line, depth + 1));
    }
    if (value.kind === 'thing') {
      const [settings] = value.args?.values() ?? [];
      return { named: value.name, settings: fieldsOf(settings, wanted, line, depth + 1) };
    }
    if (value.kind === 'layer') return { layer: value.className, args: value.config };
  }
  throw new CodeError('unknownValue', line, { name: written(value).slice(0, 80), wanted, from: '' });
}

/** The fields of an object as plain data; none of a value that is missing. */
export function fieldsOf(
  value: Value | undefined,
  wanted: string,
  line: number,
  depth = 0,
): Readonly<Record<string, Json>> {
  if (!value || value.kind === 'none') return {};
  if (value.kind !== 'dict')
    throw new CodeError('argument', line, { callee: wanted, argument: written(value), problem: 'value' });
  return Object.fromEntries(
    Array.from(value.entries.values(), ([key, each]) => {
      const name = key.kind === 'string' ? key.value : written(key);
      return [name, givenValue(each, `${wanted}.${name}`, line, depth)] as const;
    }),
  );
}
