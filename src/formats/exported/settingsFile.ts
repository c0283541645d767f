import { type OutputLoss, resolvedLosses } from '../../compile/fittingLoss';
import { layerNames } from '../../compile/layerNames';
import type { Plan } from '../../compile/plan';
import { typescriptString } from '../../compile/typescriptText';
import type { Document } from '../../document/document';
import { type OptimizerName, optimizerSettings } from '../../document/training';

/** Settings of each optimizer in the order in which its function in `tf.train` takes them. */
const order: Readonly<Record<OptimizerName, readonly string[]>> = {
  sgd: ['learningRate'],
  momentum: ['learningRate', 'momentum', 'nesterov'],
  adam: ['learningRate', 'beta1', 'beta2', 'epsilon'],
  rmsprop: ['learningRate', 'rho', 'momentum', 'epsilon', 'centered'],
  adagrad: ['learningRate', 'initialAccumulatorValue'],
  adadelta: ['learningRate', 'rho', 'epsilon'],
  adamax: ['learningRate', 'beta1', 'beta2', 'epsilon'],
};

type Named = OutputLoss & { readonly name: string };

const metric = (wanted: string) => (wanted === 'accuracy' ? `'accuracy'` : `tf.metrics.${wanted}`);

function metricsText(outputs: readonly Named[]): string {
  const lists = outputs.map(({ metrics }) => `[${metrics.map(metric).join(', ')}]`);
  if (lists.length === 1) return lists[0]!;
  const entries = outputs.map(({ name }, index) => `${typescriptString(name)}: ${lists[index]!}`);
  // The types know one metric per output only.
  return `{ ${entries.join(', ')} } as unknown as Record<string, string>`;
}

/** `src/settings.ts` of an exported project: how the document says the model is trained. */
export function settingsFile(plan: Plan, training: Document['training']): string {
  const names = layerNames(plan.steps);
  const outputs = resolvedLosses(plan, training).map((each) => ({ ...each, name: names.get(each.output)! }));
  const { name, settings } = training.optimizer;
  const values = { ...optimizerSettings[name], ...settings };
  const numbers = order[name].map((setting) => String(values[setting]));
  const { enabled, monitor, patience, minDelta } = training.earlyStopping;
  return `import * as tf from '@tensorflow/tfjs';
import type { LossFunction } from './losses';
import { weighted } from './weighting';

/** How the model is trained, as set in the editor. */
export const settings: Settings = {
  dataset: ${typescriptString(training.dataset)},
  // One per output of the model, in its order.
  losses: [${outputs.map(({ loss }) => typescriptString(loss)).join(', ')}],
  // How much each output counts in the total loss.
  lossWeights: [${outputs.map(({ weight }) => weight).join(', ')}],
  // 'balanced': while training, rare classes count as much as frequent ones; 'none': every sample alike.
  classWeight: ${typescriptString(training.classWeight)},
  batchSize: ${training.batchSize},
  epochs: ${training.epochs},
  // Share of the samples held back for validation; null takes the data's own split.
  validationSplit: ${training.validationSplit},
  shuffle: ${training.shuffle},
  seed: ${training.seed},
  earlyStopping: { enabled: ${enabled}, monitor: ${typescriptString(monitor)}, patience: ${patience}, minDelta: ${minDelta} },
};

export interface Settings {
  readonly dataset: string;
  readonly losses: readonly LossFunction[];
  readonly lossWeights: readonly number[];
  readonly classWeight: 'none' | 'balanced';
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
    loss: settings.losses.map((name, output) => weighted(name, settings.lossWeights[output]!)),
    metrics: ${metricsText(outputs)},
  });
}
`;
}
