import { parseArgs } from 'node:util';
import * as tf from '@tensorflow/tfjs';
import { batchesOf, epochOrder, splitOf } from '../../../../data/batches';
import { classWeights } from '../../../../data/classWeights';
import type { Dataset } from '../../../../data/dataset';
import { targetBatch } from '../../../../engine/input/targetBatch';
import { weightBatch } from '../../../../engine/input/weightBatch';
import { isAbsurd } from '../../../../engine/soundness/isAbsurd';
import { shouldStop } from '../../../../engine/training/earlyStopping';
import { chooseBackend } from './backend';
import { compileModel, fineTune } from './compileModel';
import { loadDataset } from './dataset';
import { createModel } from './model';
import { checkVocabulary, fixedBatch, forget, headsOf, inputsOf } from './samples';
import { Means, type Scores, curve, monitored, words } from './scores';
import { settings } from './settings';
import { Soundness } from './soundness';
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
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} takes a number from 1, not ${flag}`);
  return value;
}

type Work<T> = (x: tf.Tensor[], y: tf.Tensor[]) => Promise<T>;

/** Gives some samples, with what is right for each and how much each counts, for as long as work takes; `epoch` is null where the model only looks. */
function batchesFor(model: tf.LayersModel, dataset: Dataset, classes: Float32Array | null) {
  const inputs = inputsOf(model, dataset, settings);
  const heads = headsOf(model, dataset, settings);
  return async <T>(samples: Uint32Array, epoch: number | null, work: Work<T>): Promise<T> => {
    const x = [...(epoch === null ? inputs.checking(samples, 1) : inputs.training(samples, epoch))];
    const y = heads.map((head) => targetBatch(dataset.target, head, samples));
    const weights = weightBatch(dataset, epoch === null ? null : classes, samples);
    weigh(weights);
    try {
      return await work(x, y);
    } finally {
      weigh(null);
      tf.dispose([x, y, weights ?? []]);
    }
  };
}

/** Loss and metrics of some batches, which the model only looks at; `seen` is told the loss of each. */
async function evaluate(
  model: tf.LayersModel,
  batches: readonly Uint32Array[],
  withBatch: ReturnType<typeof batchesFor>,
  seen: (loss: number, batch: number) => Promise<void>,
): Promise<Scores> {
  const means = new Means();
  forget(model);
  for (const [batch, part] of batches.entries()) {
    await withBatch(part, null, async (x, y) => {
      const result = model.evaluate(x, y, { batchSize: part.length, verbose: 0 });
      const scalars = Array.isArray(result) ? result : [result];
      const values = await Promise.all(scalars.map(async (scalar) => (await scalar.data())[0]!));
      tf.dispose(scalars);
      // With several outputs TensorFlow.js puts running sums of their losses before the total.
      means.add(model.metricsNames, values.slice(model.outputs.length - 1), part.length);
    });
    await seen(means.get()['loss']!, batch + 1);
  }
  return means.get();
}

async function main(): Promise<void> {
  await chooseBackend();
  const model = createModel();
  const dataset = await loadDataset(flags.data, model);
  checkVocabulary(model, dataset);
  const from = flags.fresh ? null : newestWeights();
  if (from !== null) loadWeights(model, from);
  console.log(from === null ? 'Starting with fresh weights.' : `Going on from ${from} (--fresh starts anew).`);
  // The second phase: the end of the backbone is trained too, ten times slower.
  if (flags['fine-tune']) fineTune(model, settings);
  compileModel(model, settings, flags['fine-tune'] ? 10 : 1);

  // Photos are split as they are read.
  const split = splitOf(dataset, dataset.names ? null : settings.validationSplit);
  // A model that keeps its state reads the samples in order.
  const shuffle = settings.shuffle && !model.layers.some(({ stateful }) => stateful);
  const classes = settings.classWeight === 'balanced' ? classWeights(dataset.target, split.training) : null;
  const withBatch = batchesFor(model, dataset, classes);
  const fixed = fixedBatch(model);
  const inBatches = (samples: Uint32Array<ArrayBuffer>, usual: number) =>
    batchesOf({ batchSize: fixed ?? usual, stateful: fixed !== null }, samples);
  const epochs = count(flags.epochs, settings.epochs, 'epochs');
  const most = count(flags.batches, Number.MAX_SAFE_INTEGER, 'batches');
  const curves: Record<string, number[]> = {};
  const done: ReturnType<typeof monitored>[] = [];
  const soundness = new Soundness(model, dataset, settings, (samples, work) => withBatch(samples, null, work));

  for (let epoch = 1; epoch <= epochs; epoch++) {
    const order = epochOrder(split.training, settings.seed, epoch, shuffle);
    const parts = inBatches(order, settings.batchSize).slice(0, most);
    const means = new Means();
    const started = performance.now();
    const seconds = () => (performance.now() - started) / 1000;
    let seen = 0;
    forget(model);
    for (const [batch, part] of parts.entries()) {
      const result = await withBatch(part, epoch, (x, y) => model.trainOnBatch(x, y));
      means.add(model.metricsNames, Array.isArray(result) ? result : [result], part.length);
      seen += part.length;
      const scores = means.get();
      await soundness.check(scores['loss']!, `epoch ${epoch}, batch ${batch + 1}`, part);
      if (process.stdout.isTTY) {
        const speed = Math.round(seen / seconds());
        process.stdout.write(`\r  batch ${batch + 1}/${parts.length}  ${words(scores)}  ${speed} samples/s `);
      }
    }
    if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
    const taken = seconds().toFixed(1);
    const train = means.get();
    await soundness.checkWeights(`epoch ${epoch}`, parts.at(-1)!);
    const checked = inBatches(split.validation, 100);
    const held = await evaluate(model, checked, withBatch, (loss, batch) =>
      soundness.check(loss, `epoch ${epoch}, validation batch ${batch}`, checked[batch - 1]!),
    );
    console.log(`Epoch ${epoch}/${epochs}  ${words(train)}  ${words(held, 'val_')}  (${taken} s)`);
    await saveWeights(model, trainedWeights);
    soundness.keep();
    const losses = settings.outputs.map(({ loss }) => loss);
    if (isAbsurd(train['loss']!, losses)) await soundness.warn(train['loss']!, parts[0]!);
    for (const [name, value] of Object.entries(train)) (curves[name] ??= []).push(value);
    for (const [name, value] of Object.entries(held)) (curves[`val_${name}`] ??= []).push(value);
    done.push(monitored(train, held));
    if (shouldStop(done, settings.earlyStopping)) {
      console.log(`No improvement for ${settings.earlyStopping.patience} epochs: stopping.`);
      break;
    }
  }
  if (split.test.length > 0) {
    const kept = inBatches(split.test, 100);
    const tested = await evaluate(model, kept, withBatch, (loss, batch) =>
      soundness.check(loss, `test batch ${batch}`, kept[batch - 1]!),
    );
    console.log(`Test: ${words(tested)}`);
  }
  const widest = Math.max(...Object.keys(curves).map(({ length }) => length));
  for (const [name, values] of Object.entries(curves)) console.log(`${name.padEnd(widest)} ${curve(values)}`);
  console.log(`Weights saved in ${trainedWeights}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
