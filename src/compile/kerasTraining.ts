import type { Document } from '../document/document';
import { resolvedLoss } from './fittingLoss';
import { snakeCase } from './identifiers';
import type { Plan } from './plan';
import { pythonCall, pythonString, pythonValue } from './pythonText';

/** Keras names that are not simply ours in snake case. */
const names: Readonly<Record<string, string>> = {
  logcosh: 'log_cosh',
  kullbackLeiblerDivergence: 'kl_divergence',
  cosineProximity: 'cosine_similarity',
};

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

/** Lines of `compile_model`: the document's optimizer, loss and metrics by their Keras names. */
export function compileLines(plan: Plan, training: Document['training']): string[] {
  const { loss, metrics } = resolvedLoss(plan, training);
  const settings = Object.entries(training.optimizer.settings).map(
    ([name, value]) => `${snakeCase(name).replace(/^beta([12])$/, 'beta_$1')}=${pythonValue(value)}`,
  );
  const optimizer = `keras.optimizers.${optimizerClasses[training.optimizer.name]}(${settings.join(', ')})`;
  const call = pythonCall('model.compile', [
    `optimizer=${optimizer}`,
    `loss=${pythonString(names[loss] ?? snakeCase(loss))}`,
    `metrics=[${metrics.map(metric).join(', ')}]`,
  ]);
  return ['', '', 'def compile_model(model):', `    ${call}`];
}
