/** `src/train.ts` of an exported project: real training with a progress line, early stopping and saved weights. */
export const trainFile = `import { parseArgs } from 'node:util';
import * as tf from '@tensorflow/tfjs';
import { chooseBackend } from './backend';
import { type Digits, inputBatch, loadDigits, targetBatch } from './data';
import { createModel } from './model';
import { compileModel, settings } from './settings';
import { loadWeights, newestWeights, saveWeights, trainedWeights } from './weights';

const { values: flags } = parseArgs({
  options: {
    epochs: { type: 'string' },
    batches: { type: 'string' },
    fresh: { type: 'boolean' },
  },
});

/** Numbers 0 … 1 that the seed decides (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled(indices: readonly number[], next: () => number): number[] {
  const order = [...indices];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

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

async function evaluate(model: tf.LayersModel, digits: Digits, indices: readonly number[]): Promise<Scores> {
  const means = new Means();
  for (let start = 0; start < indices.length; start += 100) {
    const part = indices.slice(start, start + 100);
    const x = inputBatch(model, digits, part);
    const y = targetBatch(model, digits, part, settings);
    const result = model.evaluate(x, y, { batchSize: part.length, verbose: 0 });
    const scalars = Array.isArray(result) ? result : [result];
    const values = await Promise.all(scalars.map(async (scalar) => (await scalar.data())[0]!));
    // With several outputs TensorFlow.js puts running sums of their losses before the total.
    const scores = values.slice(model.outputs.length - 1);
    means.add(model.metricsNames, scores, part.length);
    tf.dispose([...x, ...y, ...scalars]);
  }
  return means.get();
}

function words(scores: Scores, prefix = ''): string {
  return Object.entries(scores)
    .map(([name, value]) => prefix + name + ' ' + value.toFixed(4))
    .join('  ');
}

async function main(): Promise<void> {
  await chooseBackend();
  const digits = loadDigits();
  const model = createModel();
  const from = flags.fresh ? null : newestWeights();
  if (from !== null) loadWeights(model, from);
  console.log(from === null ? 'Starting with fresh weights.' : 'Going on from ' + from + ' (--fresh starts anew).');
  compileModel(model);

  const split = settings.validationSplit;
  const validationStart = split === null ? digits.validationStart : Math.round(digits.count * (1 - split));
  const validation = range(validationStart, digits.count);
  const next = random(settings.seed);
  const epochs = count(flags.epochs, settings.epochs, 'epochs');
  const most = count(flags.batches, Number.MAX_SAFE_INTEGER, 'batches');
  const { monitor, patience, minDelta, enabled } = settings.earlyStopping;
  let best = Number.POSITIVE_INFINITY;
  let waited = 0;

  for (let epoch = 1; epoch <= epochs; epoch++) {
    const order = range(0, validationStart);
    const samples = settings.shuffle ? shuffled(order, next) : order;
    const batches = Math.min(most, Math.ceil(samples.length / settings.batchSize));
    const means = new Means();
    const started = performance.now();
    for (let batch = 0; batch < batches; batch++) {
      const part = samples.slice(batch * settings.batchSize, (batch + 1) * settings.batchSize);
      const x = inputBatch(model, digits, part);
      const y = targetBatch(model, digits, part, settings);
      const result = await model.trainOnBatch(x, y);
      means.add(model.metricsNames, Array.isArray(result) ? result : [result], part.length);
      tf.dispose([...x, ...y]);
      const seconds = (performance.now() - started) / 1000;
      const speed = Math.round(((batch + 1) * settings.batchSize) / seconds);
      if (!Number.isFinite(means.get()['loss']!)) throw new Error('The loss is no number any more: try a smaller learning rate.');
      if (process.stdout.isTTY) {
        process.stdout.write('\\r  batch ' + (batch + 1) + '/' + batches + '  ' + words(means.get()) + '  ' + speed + ' images/s ');
      }
    }
    if (process.stdout.isTTY) process.stdout.write('\\r\\x1b[K');
    const seconds = (performance.now() - started) / 1000;
    const train = means.get();
    const held = validation.length > 0 ? await evaluate(model, digits, validation) : {};
    console.log('Epoch ' + epoch + '/' + epochs + '  ' + words(train) + '  ' + words(held, 'val_') + '  (' + seconds.toFixed(1) + ' s)');
    await saveWeights(model, trainedWeights);
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
  console.log('Weights saved in ' + trainedWeights);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
`;
