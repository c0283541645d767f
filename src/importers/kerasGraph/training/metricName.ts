import { type MetricName, metricClass, metrics } from '../../../document/training/metrics';
import { settingsOf } from '../json';
import type { Json } from '../kerasGraph';
import { plainName } from '../namedChoice';
import { calledIn } from './calledIn';

/** Which metric is meant; the share of right answers goes by several names, by the loss that it is told with. */
const aliases: Readonly<Record<string, MetricName>> = {
  acc: 'accuracy',
  categoricalaccuracy: 'accuracy',
  sparsecategoricalaccuracy: 'accuracy',
  binaryaccuracy: 'accuracy',
  sparsetopkcategoricalaccuracy: 'topKCategoricalAccuracy',
  mse: 'meanSquaredError',
  mae: 'meanAbsoluteError',
  mape: 'meanAbsolutePercentageError',
  msle: 'meanSquaredLogarithmicError',
};

/** Arguments that change what a metric says, with the values by which it is the one that there is here. */
const usual: Readonly<Record<string, readonly Json[]>> = {
  k: [5],
  thresholds: [null, 0.5],
  threshold: [null, 0.5],
  top_k: [null],
  class_id: [null],
  num_thresholds: [200],
  curve: ['ROC'],
  summation_method: ['interpolation'],
  multi_label: [false],
  label_weights: [null],
  from_logits: [false],
  average: [null, 'macro'],
  class_aggregation: ['uniform_average'],
  num_regressors: [0],
  axis: [-1],
  ignore_class: [null],
  sparse_y_pred: [false],
};

/** The metric that this is; null where there is none such here, or it measures otherwise. */
export function metricName(value: Json): MetricName | null {
  const plain = plainName(calledIn(value) ?? '');
  const isUsual = Object.entries(settingsOf(value)).every(
    ([key, own]) => !Object.hasOwn(usual, key) || usual[key]!.includes(own),
  );
  if (!isUsual) return null;
  const named = (name: MetricName) =>
    [name, metricClass(name, 1), metricClass(name, 2)].some((each) => plainName(each) === plain);
  return (Object.hasOwn(aliases, plain) ? aliases[plain] : metrics.find(named)) ?? null;
}
