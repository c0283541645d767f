import { classOf, isConfig, settingsOf, textAt } from '../json';
import type { Json } from '../kerasGraph';

/** What a function or an object of a configuration is called: `mse`, `{ class_name: 'MeanSquaredError' }`. */
export function calledIn(value: Json): string | null {
  const name = classOf(value);
  if (name === 'function' || name === 'Function') {
    const config = isConfig(value) ? value['config'] : null;
    return typeof config === 'string' ? config : textAt(config, 'function_name');
  }
  // TensorFlow wraps a function that is told batch by batch.
  if (name?.endsWith('Wrapper')) return textAt(settingsOf(value), 'fn') ?? textAt(settingsOf(value), 'name');
  return name;
}
