import { type OutputLoss, resolvedLosses } from '../../../compile/fittingLoss';
import { fineTuned, takesPhotos } from './photoProject';
import { layerNames } from '../../../compile/layerNames';
import type { Plan } from '../../../compile/plan';
import { typescriptString } from '../typescriptText';
import type { Document } from '../../../document/document';
import { type OptimizerName, optimizerSettings } from '../../../document/training';

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
  const photos = takesPhotos(plan, training);
  const names = layerNames(plan.steps);
  const outputs = resolvedLosses(plan, training).map((each) => ({ ...each, name: names.get(each.output)! }));
  const { name, settings } = training.optimizer;
  const values = { ...optimizerSettings[name], ...settings };
  const numbers = order[name].map((setting) => String(values[setting]));
  const { enabled, monitor, patience, minDelta } = training.earlyStopping;
  return `import * as tf from '@tensorflow/tfjs';
${photos ? "import type { Augmentation } from './augmentation';\n" : ''}import type { LossFunction } from './losses';
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
${photos ? photoSettings(plan, training) : ''}  // What the second phase trains besides the head (npm run train -- --fine-tune).
  fineTuned: ${json(fineTuned(plan))},
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
${photos ? photoTypes : ''}  readonly fineTuned: { readonly backbone: string; readonly layers: readonly string[] } | null;
  readonly earlyStopping: {
    readonly enabled: boolean;
    readonly monitor: string;
    readonly patience: number;
    readonly minDelta: number;
  };
}

/** Sets optimizer, loss and metrics. The optimizer's numbers: ${order[name].join(', ')}; the first is divided. */
export function compileModel(model: tf.LayersModel, divisor = 1): void {
  model.compile({
    optimizer: tf.train.${name}(${[`${numbers[0]!} / divisor`, ...numbers.slice(1)].join(', ')}),
    loss: settings.losses.map((name, output) => weighted(name, settings.lossWeights[output]!)),
    metrics: ${metricsText(outputs)},
  });
}

/** Of the backbone, trains only the layers of the second phase; the head keeps what it has learned. */
export function fineTune(model: tf.LayersModel): void {
  const { fineTuned } = settings;
  if (fineTuned === null) throw new Error('The model has no backbone that could be fine-tuned.');
  const backbone: unknown = model.getLayer(fineTuned.backbone);
  const inner = backbone as tf.LayersModel;
  inner.trainable = true;
  for (const layer of inner.layers) layer.trainable = fineTuned.layers.includes(layer.name);
}
`;
}

/** A value of plain numbers, texts and lists as TypeScript. */
function json(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .replace(/[\u007f-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('\n', '\n  ');
}

const photoTypes = `  readonly picture: readonly [height: number, width: number, channels: number];
  readonly preprocessing: 'none' | 'scale' | 'tf' | 'torch' | 'caffe';
  readonly interpolation: 'nearest' | 'bilinear';
  readonly augmentation: Augmentation;
`;

function photoSettings(plan: Plan, { preprocessing, interpolation, augmentation }: Document['training']): string {
  const mode = preprocessing === 'auto' ? (plan.preprocessing ?? 'scale') : preprocessing;
  const { cachedVariants: _cached, ...changes } = augmentation;
  const picture = plan.steps.find(({ name }) => name === plan.inputs[0])!.shape;
  return `  // Height, width and channels of a picture, how photos get that size, and how their values 0 … 255 are prepared.
  picture: ${JSON.stringify(picture).replaceAll(',', ', ')},
  interpolation: '${interpolation}',
  preprocessing: '${mode}',
  augmentation: ${json(changes)},
`;
}
