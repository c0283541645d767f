import { describe, expect, it } from 'vitest';
import { type Link, chain } from '../../../e2e/fixtures/stripes';
import { graph } from '../../../e2e/fixtures/graph';
import type { Plan } from '../../compile/plan';
import type { Dataset, Target } from '../../data/dataset';
import { type Training, initialTraining } from '../../document/training';
import { type LossName, losses } from '../../document/training/losses';
import { memoryCheckpoints } from '../checkpoints/checkpoints';
import type { BackendName } from '../protocol/backendInfo';
import type { EngineEvent } from '../protocol/events';
import { testSession } from '../testSession';

const columns = 3;

/** Rows of small numbers, every third of the second class; `changed` replaces whole rows. */
function table(count: number, changed: Readonly<Record<number, number>>, target: Partial<Dataset> = {}): Dataset {
  const values = Float32Array.from({ length: count * columns }, (_, place) => ((place * 7) % 11) / 11);
  for (const [row, value] of Object.entries(changed))
    values.fill(value, Number(row) * columns, (Number(row) + 1) * columns);
  const labels = Uint8Array.from({ length: count }, (_, row) => Number(row % 3 === 0));
  return {
    id: 'rows',
    kind: 'numbers',
    shape: [columns],
    values,
    target: { kind: 'classes', classes: ['no', 'yes'], labels },
    count,
    validation: 8,
    vocabulary: null,
    sampleWeights: null,
    words: null,
    ...target,
  };
}

const numbers = (count: number, scale: number): Target => ({
  kind: 'numbers',
  names: ['y'],
  values: Float32Array.from({ length: count }, (_, row) => scale * (1 + (row % 5))),
});

const rows: Link = ['inputVector', { shape: [columns] }];
const training = (changes: Partial<Training>): Training => ({
  ...initialTraining,
  dataset: 'rows',
  batchSize: 8,
  epochs: 2,
  shuffle: false,
  ...changes,
});

async function ran(plan: Plan, dataset: Dataset, changes: Partial<Training>, force: BackendName = 'wasm') {
  const events: EngineEvent[] = [];
  const engine = testSession({
    wasmFiles: null,
    checkpoints: memoryCheckpoints(),
    dataset: async () => dataset,
    emit: (event) => events.push(event),
  });
  await engine.handle({ type: 'backend', force });
  await engine.load(plan);
  const before = await engine.handle({ type: 'weights' });
  const run = engine.handle({ type: 'train', training: training(changes), resume: false });
  const outcome = await run.catch((error: unknown) => (error as { error: unknown }).error);
  const after = await engine.handle({ type: 'weights' });
  return { outcome, before, after, events, engine };
}

const fitting: Partial<Record<LossName, string>> = { poisson: 'softplus' };

describe.each(['wasm', 'cpu'] as const)('on %s', (backend) => {
  // Those that cut values off hide most on wasm.
  const values = backend === 'wasm' ? [NaN, Infinity, -Infinity] : [NaN];
  const cases = losses.flatMap((loss) => values.map((value) => [loss, value] as const));

  it.each(cases)(
    '%s of a sample that holds %d ends the run at its batch, with the weights of before',
    async (loss, value) => {
      const two = ['categorical', 'sparse', 'kull'].some((start) => loss.startsWith(start));
      const activation = two ? 'softmax' : loss === 'binaryCrossentropy' ? 'sigmoid' : (fitting[loss] ?? 'linear');
      const model = chain(rows, ['dense', { units: two ? 2 : 1, activation }]);
      // Row 21 is in the third batch of eight.
      const { outcome, before, after, events } = await ran(model, table(48, { 21: value }), { loss }, backend);
      expect(outcome).toMatchObject({
        code: 'notANumber',
        data: { part: 'training', epoch: 1, batch: 3, outputs: ['1-dense'], cause: { kind: 'inputs', largest: null } },
      });
      expect(after).toEqual(before);
      expect(events.at(-1)).toMatchObject({ type: 'state', state: 'failed' });
    },
  );

  it('in validation alone: its batch, and the weights of the last good epoch', async () => {
    const model = chain(rows, ['dense', { units: 1, activation: 'sigmoid' }]);
    // The last 20 of 60 rows are held back; row 55 is in their first batch.
    const dataset = table(60, { 55: NaN }, { validation: 20 });
    const { outcome, before, after } = await ran(model, dataset, {}, backend);
    expect(outcome).toMatchObject({ code: 'notANumber', data: { part: 'validation', epoch: 1, batch: 2 } });
    expect(after).toEqual(before);
  });

  it.each([
    ['a step that leaves the numbers', 1e38, 'linear'],
    ['a step that relu hides', 1e38, 'relu'],
  ])('weights: %s', async (_, learningRate, activation) => {
    const model = chain(rows, ['dense', { units: 4, activation }], ['dense', { units: 1 }]);
    const optimizer = { name: 'sgd', settings: { learningRate } } as const;
    const { outcome, before, after } = await ran(
      model,
      table(16, {}, { target: numbers(16, 1), validation: 8 }),
      { optimizer, loss: 'meanSquaredError' },
      backend,
    );
    expect(outcome).toMatchObject({
      code: 'notANumber',
      data: { epoch: 1, batch: 1, cause: { kind: 'learningRate' } },
    });
    expect(after).toEqual(before);
  });
});

describe('why', () => {
  it('a class loss does not hide a learning rate that is too high', async () => {
    const model = chain(
      rows,
      ['dense', { units: 8, activation: 'relu' }],
      ['dense', { units: 2, activation: 'softmax' }],
    );
    const optimizer = { name: 'sgd', settings: { learningRate: 1e30 } } as const;
    const { outcome } = await ran(model, table(80, {}), { optimizer });
    expect(outcome).toMatchObject({ code: 'notANumber', data: { epoch: 1, cause: { kind: 'learningRate' } } });
  });

  it('an empty text', async () => {
    const words: Dataset = {
      ...table(24, {}),
      kind: 'text',
      shape: [4],
      values: Float32Array.from({ length: 96 }, (_, place) => (place >> 2 === 11 ? 0 : 2 + (place % 5))),
      vocabulary: 10,
      lines: Array.from({ length: 24 }, (_, row) => 100 + row),
      words: Array.from({ length: 10 }, (_, index) => `word ${index}`),
    };
    const model = chain(
      ['inputText', { shape: [4] }],
      ['embedding', { inputDim: 10, outputDim: 3, maskZero: true }],
      ['globalAveragePooling1d'],
      ['dense', { units: 1, activation: 'sigmoid' }],
    );
    const { outcome, before, after } = await ran(model, words, { epochs: 5 });
    expect(outcome).toMatchObject({
      code: 'notANumber',
      data: { part: 'training', epoch: 1, batch: 2, cause: { kind: 'empty', samples: 1, lines: [111] } },
    });
    expect(after).toEqual(before);
  });

  it('a loss that has no value for the output', async () => {
    const model = chain(rows, ['dense', { units: 1, biasInitializer: { name: 'constant', value: -5 } }]);
    const { outcome } = await ran(model, table(24, {}, { target: numbers(24, 1) }), { loss: 'poisson' });
    expect(outcome).toMatchObject({ code: 'notANumber', data: { epoch: 1, batch: 1, cause: { kind: 'loss' } } });
  });

  it.each([
    ['inputs', { 3: 1e20 }, 1, 1e20],
    ['targets', {}, 1e25, 5e25],
  ] as const)('%s that are not scaled', async (kind, changed, scale, largest) => {
    const model = chain(rows, ['dense', { units: 1 }]);
    const dataset = table(24, changed, { target: numbers(24, scale) });
    const { outcome } = await ran(model, dataset, { loss: 'meanSquaredError' });
    expect(outcome).toMatchObject({ code: 'notANumber', data: { epoch: 1, batch: 1, cause: { kind } } });
    const { cause } = (outcome as { data: { cause: { largest: number } } }).data;
    expect(cause.largest / largest).toBeCloseTo(1, 5);
  });

  it('one of two outputs is named', async () => {
    const model = graph({
      rows: ['inputVector', { shape: [columns] }],
      sound: ['dense', { units: 1, activation: 'sigmoid' }, 'rows'],
      steep: [
        'dense',
        { units: 2, activation: 'exponential', kernelInitializer: { name: 'constant', value: 100 } },
        'rows',
      ],
      broken: ['dense', { units: 1, activation: 'sigmoid', kernelInitializer: { name: 'zeros' } }, 'steep'],
    });
    const { outcome } = await ran(model, table(24, {}), {});
    expect(outcome).toMatchObject({ code: 'notANumber', data: { epoch: 1, batch: 1, outputs: ['broken'] } });
  });
});

describe('a loss that is a number', () => {
  it.each(['adam', 'sgd'] as const)('but never falls at a learning rate of 1000 is spoken of: %s', async (name) => {
    const two = chain(rows, ['dense', { units: 2, activation: 'softmax' }]);
    const optimizer = { name, settings: { learningRate: 1000 } };
    const dataset = table(
      80,
      {},
      {
        target: {
          kind: 'classes',
          classes: ['no', 'yes'],
          labels: Uint8Array.from({ length: 80 }, (_, row) => (row * 7) % 2),
        },
      },
    );
    const { outcome, events } = await ran(two, dataset, { optimizer, epochs: 4 });
    expect(outcome).toMatchObject({ state: 'finished' });
    const said = events.flatMap((event) => (event.type === 'warning' ? [event.error] : []));
    expect(said).toMatchObject([{ code: 'stuckLoss', data: { optimizer: name, rate: 1000 } }]);
  });

  const model = chain(rows, ['dense', { units: 1 }]);

  it.each([
    ['far too large is said once, and training goes on', 1e15, ['absurdLoss']],
    ['as it should be is not spoken of', 1, []],
  ] as const)('%s', async (_, scale, codes) => {
    const dataset = table(24, {}, { target: numbers(24, scale) });
    const { outcome, events } = await ran(model, dataset, { epochs: 3, loss: 'meanSquaredError' });
    expect(outcome).toMatchObject({ state: 'finished' });
    const said = events.flatMap((event) => (event.type === 'warning' ? [event.error] : []));
    expect(said).toMatchObject(codes.map((code) => ({ code, data: { epoch: 1, cause: { kind: 'targets' } } })));
    expect(said).toHaveLength(codes.length);
  });
});

it('what has no number is in no class and no point of an evaluation', async () => {
  const classes = table(24, { 20: NaN, 22: NaN });
  const two = chain(rows, ['dense', { units: 2, activation: 'softmax' }]);
  const engine = testSession({
    wasmFiles: null,
    checkpoints: memoryCheckpoints(),
    dataset: async () => classes,
    emit: () => undefined,
  });
  await engine.handle({ type: 'backend', force: 'wasm' });
  await engine.load(two);
  const judged = await engine.handle({ type: 'evaluate', training: training({}) });
  expect(judged.loss).toBeNaN();
  const [output] = judged.outputs;
  expect(output).toMatchObject({ unanswered: 2 });
  expect(output!.matrix.flat().reduce((sum, count) => sum + count)).toBe(6);
  expect(output!.accuracy).toBe((output!.matrix[0]![0]! + output!.matrix[1]![1]!) / 8);
});
