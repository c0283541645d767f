import { isConfig, isList } from '../kerasGraph/json';
import type { Json } from '../kerasGraph/kerasGraph';

/** Who wrote a configuration: Keras 1, 2 (TensorFlow's and TensorFlow.js's are like it) or 3. */
export interface Dialect {
  readonly keras: 1 | 2 | 3;
}

/** As many parts of a configuration as are looked at. */
const most = 20_000;

/** All objects in a configuration. */
function* objectsIn(json: Json): Generator<{ readonly [key: string]: Json }> {
  const waiting: Json[] = [json];
  for (let count = 0; waiting.length > 0 && count < most; count++) {
    const part = waiting.pop()!;
    if (isConfig(part)) yield part;
    if (isConfig(part) || isList(part)) waiting.push(...Object.values(part).slice(0, most));
  }
}

/** Names of arguments that only Keras 1 had. */
const first = ['nb_filter', 'border_mode', 'dim_ordering', 'W_regularizer', 'inner_init'];

/** Told by the version where it is said, else by what the configuration calls things. */
export function dialectOf(json: Json, version: string | null): Dialect {
  const said = /^(\d)\./.exec(version ?? '')?.[1];
  if (said === '3') return { keras: 3 };
  if (said === '1' || said === '0') return { keras: 1 };
  if (said === '2' || version?.startsWith('tfjs')) return { keras: 2 };
  let is: Dialect['keras'] = 3;
  for (const part of objectsIn(json)) {
    if (first.some((name) => Object.hasOwn(part, name))) return { keras: 1 };
    if (Object.hasOwn(part, 'batch_input_shape') || Object.hasOwn(part, 'batchInputShape')) is = 2;
  }
  return { keras: is };
}
