import { type MetricName, metrics } from '../../../document/training/trainingChoices';
import { classOf, isConfig, settingsOf, textAt } from '../json';
import type { Json } from '../kerasGraph';
import { plainName } from '../namedChoice';

/** Which metric is meant; the share of right answers goes by several names, by the loss that it is told with. */
const metricAliases: Readonly<Record<string, MetricName>> = {
  acc: 'accuracy',
  categoricalaccuracy: 'accuracy',
  sparsecategoricalaccuracy: 'accuracy',
  binaryaccuracy: 'accuracy',
  mse: 'meanSquaredError',
  mae: 'meanAbsoluteError',
};

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

export function metricName(value: Json): MetricName | null {
  const plain = plainName(calledIn(value) ?? '');
  return metricAliases[plain] ?? metrics.find((name) => plainName(name) === plain) ?? null;
}
