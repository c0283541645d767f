/** `src/train.ts` of an exported project: real training with a progress line, early stopping and saved weights. */
export const trainFile = `import { parseArgs } from 'node:util';
import * as tf from '@tensorflow/tfjs';
import { chooseBackend } from './backend';
import { epochOrder, splitOf } from './data/batches';
import { classWeights } from './data/classWeights';
import type { Dataset } from './data/dataset';
import { loadDataset } from './dataset';
import { createModel } from './model';
import { batchesOf, checkVocabulary, fixedBatch, forget, inputBatch, targetBatch, weightBatch } from './samples';
import { compileModel, fineTune, settings } from './settings';
import { weigh } from './weighting';
import { loadWeights, newestWeights, saveWeights, trainedWeights } from './weights';

const { values: flags } = parseArgs({
  options: {
    epochs: { type: 'string' },
    batches: { type: 'string' },
    data: { type: 'string' },
    fresh: { type: 'boolean' },
    'fine-tune': { type: 'boolean' },
  },
});

function count(flag: string | undefined, usual: number, name: string): number {
  const value = flag === undefined ? usual : Number(flag);
  if (!Number.isInteger(value) || value < 1) throw new Error('--' + name + ' takes a number from 1, not ' + flag);
  return value;
}

/** Loss and metrics, by name. */
type Scores = Record<string, number>;

/** Mean of each score over batches of different sizes. */
class Means {
  private readonly sums: Scores = {};
  private samples = 0;

  add(names: readonly string[], scores: readonly number[], samples: number): void {
    names.forEach((name, index) => (this.sums[name] = (this.sums[name] ?? 0) + scores[index]! * samples));
    this.samples += samples;
  }

  get(): Scores {
    return Object.fromEntries(Object.entries(this.sums).map(([name, sum]) => [name, sum / this.samples]));
  }
}

/** Some samples with what is right for each, and how much each counts, for as long as work takes. */
async function withBatch<T>(
  model: tf.LayersModel,
  dataset: Dataset,
  samples: Uint32Array,
  classes: Float32Array | null,
  epoch: number | null,
  work: (x: tf.Tensor[], y: tf.Tensor[]) => Promise<T>,
): Promise<T> {
  const x = inputBatch(model, dataset, samples, epoch);
  const y = targetBatch(model, dataset, samples, settings.losses);
  const weights = weightBatch(dataset, samples, classes);
  weigh(weights);
  try {
    return await work(x, y);
  } finally {
    weigh(null);
    tf.dispose([x, y, weights ?? []]);
  }
}

async function evaluate(model: tf.LayersModel, dataset: Dataset, samples: Uint32Array): Promise<Scores> {
  const means = new Means();
  forget(model);
  for (const part of batchesOf(model, samples, 100)) {
    await withBatch(model, dataset, part, null, null, async (x, y) => {
      const result = model.evaluate(x, y, { batchSize: part.length, verbose: 0 });
      const scalars = Array.isArray(result) ? result : [result];
      const values = await Promise.all(scalars.map(async (scalar) => (await scalar.data())[0]!));
      tf.dispose(scalars);
      // With several outputs TensorFlow.js puts running sums of their losses before the total.
      means.add(model.metricsNames, values.slice(model.outputs.length - 1), part.length);
    });
  }
  return means.get();
}

function words(scores: Scores, prefix = ''): string {
  return Object.entries(scores)
    .map(([name, value]) => prefix + name + ' ' + value.toFixed(4))
    .join('  ');
}

/** The course of a score as a row of bars, from the lowest to the highest value. */
function curve(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const bar = (value: number) => '▁▂▃▄▅▆▇█'[Math.round(high === low ? 0 : ((value - low) / (high - low)) * 7)]!;
  return values.map(bar).join('') + '  ' + values[0]!.toFixed(4) + ' → ' + values.at(-1)!.toFixed(4);
}

async function main(): Promise<void> {
  await chooseBackend();
  const dataset = await loadDataset(flags.data);
  const model = createModel();
  checkVocabulary(model, dataset);
  const from = flags.fresh ? null : newestWeights();
  if (from !== null) loadWeights(model, from);
  console.log(from === null ? 'Starting with fresh weights.' : 'Going on from ' + from + ' (--fresh starts anew).');
  // The second phase: the end of the backbone is trained too, ten times slower.
  if (flags['fine-tune']) fineTune(model);
  compileModel(model, flags['fine-tune'] ? 10 : 1);
  const curves: Record<string, number[]> = {};

  // Photos are split as they are read.
  const split = splitOf(dataset, dataset.names ? null : settings.validationSplit);
  // A model that keeps its state reads the samples in order.
  const shuffle = settings.shuffle && !model.layers.some(({ stateful }) => stateful);
  const classes = settings.classWeight === 'balanced' ? classWeights(dataset.target, split.training) : null;
  const size = fixedBatch(model) ?? settings.batchSize;
  const epochs = count(flags.epochs, settings.epochs, 'epochs');
  const most = count(flags.batches, Number.MAX_SAFE_INTEGER, 'batches');
  const { monitor, patience, minDelta, enabled } = settings.earlyStopping;
  let best = Number.POSITIVE_INFINITY;
  let waited = 0;

  for (let epoch = 1; epoch <= epochs; epoch++) {
    const order = epochOrder(split.training, settings.seed, epoch, shuffle);
    const parts = batchesOf(model, order, size).slice(0, most);
    const means = new Means();
    const started = performance.now();
    forget(model);
    for (const [batch, part] of parts.entries()) {
      const result = await withBatch(model, dataset, part, classes, epoch, (x, y) => model.trainOnBatch(x, y));
      means.add(model.metricsNames, Array.isArray(result) ? result : [result], part.length);
      const seconds = (performance.now() - started) / 1000;
      const speed = Math.round(((batch + 1) * size) / seconds);
      if (!Number.isFinite(means.get()['loss']!)) throw new Error('The loss is no number any more: try a smaller learning rate.');
      if (process.stdout.isTTY) {
        process.stdout.write('\\r  batch ' + (batch + 1) + '/' + parts.length + '  ' + words(means.get()) + '  ' + speed + ' samples/s ');
      }
    }
    if (process.stdout.isTTY) process.stdout.write('\\r\\x1b[K');
    const seconds = (performance.now() - started) / 1000;
    const train = means.get();
    const held = split.validation.length > 0 ? await evaluate(model, dataset, split.validation) : {};
    console.log('Epoch ' + epoch + '/' + epochs + '  ' + words(train) + '  ' + words(held, 'val_') + '  (' + seconds.toFixed(1) + ' s)');
    await saveWeights(model, trainedWeights);
    for (const [name, value] of Object.entries(train)) (curves[name] ??= []).push(value);
    for (const [name, value] of Object.entries(held)) (curves['val_' + name] ??= []).push(value);
    if (!enabled) continue;
    const watched = monitor.startsWith('validation') ? held : train;
    const value = monitor.toLowerCase().endsWith('loss') ? watched['loss'] : -(watched['acc'] ?? 0);
    if (value !== undefined && value < best - minDelta) {
      best = value;
      waited = 0;
    } else if (++waited > patience) {
      console.log('No improvement for ' + waited + ' epochs: stopping.');
      break;
    }
  }
  for (const [name, values] of Object.entries(curves)) console.log(name.padEnd(9) + curve(values));
  console.log('Weights saved in ' + trainedWeights);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
`;
