import { resolvedLoss } from '../../compile/fittingLoss';
import type { Plan } from '../../compile/plan';
import { typescriptString } from '../../compile/typescriptText';
import type { Document } from '../../document/document';
import { type OptimizerName, optimizerSettings } from '../../document/training';

/** Settings of each optimizer in the order in which its function in `tf.train` takes them. */
const order: Readonly<Record<OptimizerName, readonly string[]>> = {
  sgd: ['learningRate'],
  momentum: ['learningRate', 'momentum', 'nesterov'],
  adam: ['learningRate', 'beta1', 'beta2', 'epsilon'],
  rmsprop: ['learningRate', 'rho', 'momentum', 'epsilon'],
  adagrad: ['learningRate', 'initialAccumulatorValue'],
  adadelta: ['learningRate', 'rho', 'epsilon'],
  adamax: ['learningRate', 'beta1', 'beta2', 'epsilon'],
};

/** `src/settings.ts` of an exported project: how the document says the model is trained. */
export function settingsFile(plan: Plan, training: Document['training']): string {
  const { loss, metrics } = resolvedLoss(plan, training);
  const { name, settings } = training.optimizer;
  const values = { ...optimizerSettings[name], ...settings };
  const numbers = order[name].map((setting) => String(values[setting]));
  const { enabled, monitor, patience, minDelta } = training.earlyStopping;
  const metric = (wanted: string) => (wanted === 'accuracy' ? `'accuracy'` : `tf.metrics.${wanted}`);
  return `import * as tf from '@tensorflow/tfjs';

/** How the model is trained, as set in the editor. */
export const settings: Settings = {
  loss: ${typescriptString(loss)},
  batchSize: ${training.batchSize},
  epochs: ${training.epochs},
  // Share of the samples held back for validation; null takes the data's own split.
  validationSplit: ${training.validationSplit},
  shuffle: ${training.shuffle},
  seed: ${training.seed},
  earlyStopping: { enabled: ${enabled}, monitor: ${typescriptString(monitor)}, patience: ${patience}, minDelta: ${minDelta} },
};

export interface Settings {
  readonly loss: string;
  readonly batchSize: number;
  readonly epochs: number;
  readonly validationSplit: number | null;
  readonly shuffle: boolean;
  readonly seed: number;
  readonly earlyStopping: {
    readonly enabled: boolean;
    readonly monitor: string;
    readonly patience: number;
    readonly minDelta: number;
  };
}

/** Sets optimizer, loss and metrics. The optimizer's numbers: ${order[name].join(', ')}. */
export function compileModel(model: tf.LayersModel): void {
  model.compile({
    optimizer: tf.train.${name}(${numbers.join(', ')}),
    loss: settings.loss,
    metrics: [${metrics.map(metric).join(', ')}],
  });
}
`;
}
