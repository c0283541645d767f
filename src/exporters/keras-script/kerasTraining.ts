import type { Document } from '../../document/document';
import { resolvedLosses } from '../../compile/fittingLoss';
import { snakeCase } from '../../compile/identifiers';
import { layerNames } from '../../compile/layerNames';
import type { Plan } from '../../compile/plan';
import { kerasLoss } from '../keras/kerasLosses';
import { pythonCall, pythonString, pythonValue } from '../keras/pythonText';

const optimizerClasses: Readonly<Record<Document['training']['optimizer']['name'], string>> = {
  sgd: 'SGD',
  momentum: 'SGD',
  adam: 'Adam',
  rmsprop: 'RMSprop',
  adagrad: 'Adagrad',
  adadelta: 'Adadelta',
  adamax: 'Adamax',
};

function metric(name: string): string {
  if (name === 'precision') return 'keras.metrics.Precision()';
  if (name === 'recall') return 'keras.metrics.Recall()';
  return pythonString(snakeCase(name));
}

/** `"mse"`, or for several outputs `{"a": "mse", "b": …}` by the layers' names in the script. */
function byOutput(values: readonly (readonly [name: string, value: string])[]): string {
  if (values.length === 1) return values[0]![1];
  return `{${values.map(([name, value]) => `${pythonString(name)}: ${value}`).join(', ')}}`;
}

/** Lines of `compile_model`: the document's optimizer, losses, weights and metrics by their Keras names. */
export function compileLines(plan: Plan, training: Document['training']): string[] {
  const names = layerNames(plan.steps);
  const outputs = resolvedLosses(plan, training).map((each) => ({ ...each, name: names.get(each.output)! }));
  const settings = Object.entries(training.optimizer.settings).map(
    ([name, value]) => `${snakeCase(name).replace(/^beta([12])$/, 'beta_$1')}=${pythonValue(value)}`,
  );
  const optimizer = `keras.optimizers.${optimizerClasses[training.optimizer.name]}(${settings.join(', ')})`;
  const weighted = outputs.some(({ weight }) => weight !== 1);
  const call = pythonCall('model.compile', [
    `optimizer=${optimizer}`,
    `loss=${byOutput(outputs.map(({ name, loss }) => [name, pythonString(kerasLoss(loss))]))}`,
    ...(weighted && outputs.length === 1 ? [`loss_weights=[${pythonValue(outputs[0]!.weight)}]`] : []),
    ...(weighted && outputs.length > 1
      ? [`loss_weights=${byOutput(outputs.map(({ name, weight }) => [name, pythonValue(weight)]))}`]
      : []),
    `metrics=${byOutput(outputs.map(({ name, metrics }) => [name, `[${metrics.map(metric).join(', ')}]`]))}`,
  ]);
  return ['', '', 'def compile_model(model):', `    ${call}`, ...classWeightLines(training)];
}

function classWeightLines({ classWeight }: Document['training']): string[] {
  if (classWeight === 'none') return [];
  return [
    '',
    '',
    'def class_weight(labels):',
    '    """Rare classes count more: model.fit(x, labels, class_weight=class_weight(labels))."""',
    '    classes, counts = numpy.unique(labels, return_counts=True)',
    '    weights = len(labels) / (len(classes) * counts)',
    '    return {int(each): float(weight) for each, weight in zip(classes, weights)}',
  ];
}

/** Packages that these lines need besides Keras. */
export const trainingImports = ({ classWeight }: Document['training']): string[] =>
  classWeight === 'none' ? [] : ['import numpy'];
