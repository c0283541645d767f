import * as tf from '@tensorflow/tfjs';
import type { OptimizerSettings, Settings } from './settingsType';
import { weighted } from './weighting';

/** The optimizer of TensorFlow.js with these settings, its learning rate divided. */
function optimizerOf(settings: OptimizerSettings, divisor: number): tf.Optimizer {
  const rate = settings.learningRate / divisor;
  switch (settings.name) {
    case 'sgd':
      return tf.train.sgd(rate);
    case 'momentum':
      return tf.train.momentum(rate, settings.momentum, settings.nesterov);
    case 'adam':
    case 'adamax':
      return tf.train[settings.name](rate, settings.beta1, settings.beta2, settings.epsilon);
    case 'rmsprop':
      return tf.train.rmsprop(rate, settings.rho, settings.momentum, settings.epsilon, settings.centered);
    case 'adagrad':
      return tf.train.adagrad(rate, settings.initialAccumulatorValue);
    case 'adadelta':
      return tf.train.adadelta(rate, settings.rho, settings.epsilon);
  }
}

/** Sets optimizer, loss and metrics; the learning rate is divided. */
export function compileModel(model: tf.LayersModel, { optimizer, outputs }: Settings, divisor = 1): void {
  const metrics = outputs.map(({ metrics }, output) => [
    model.outputNames[output]!,
    metrics.map((name) => (name === 'accuracy' ? name : tf.metrics[name])),
  ]);
  model.compile({
    optimizer: optimizerOf(optimizer, divisor),
    loss: outputs.map(({ loss, weight }) => weighted(loss, weight)),
    // The types know one metric per output only.
    metrics: Object.fromEntries(metrics) as Record<string, string>,
  });
}

/** Of the backbone, trains only the layers of the second phase; the head keeps what it has learned. */
export function fineTune(model: tf.LayersModel, { fineTuned }: Settings): void {
  if (fineTuned === null) throw new Error('The model has no backbone that could be fine-tuned.');
  const backbone: unknown = model.getLayer(fineTuned.backbone);
  const inner = backbone as tf.LayersModel;
  inner.trainable = true;
  for (const layer of inner.layers) layer.trainable = fineTuned.layers.includes(layer.name);
}
