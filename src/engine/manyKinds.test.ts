import { describe, expect, it } from 'vitest';
import { graph } from '../../e2e/fixtures/graph';
import { type Link, chain } from '../../e2e/fixtures/stripes';
import { loadBuiltIn } from '../data/builtIn';
import { catalogue, isBuiltIn } from '../data/catalogue';
import { type Dataset, factsOf, sampleValues } from '../data/dataset';
import type { Plan } from '../compile/plan';
import { type Training, initialTraining } from '../document/training';
import { memoryCheckpoints } from './checkpoints/checkpoints';
import type { BackendName } from './protocol/backendInfo';
import type { Run } from './protocol/run';
import type { Sample } from './protocol/samples';
import { testSession } from './testSession';

async function session(dataset: Dataset, plan: Plan, backend: BackendName = 'wasm') {
  const engine = testSession({
    wasmFiles: null,
    checkpoints: memoryCheckpoints(),
    dataset: async () => dataset,
    emit: () => undefined,
  });
  await engine.handle({ type: 'backend', force: backend });
  const load = () => engine.load(plan, { seed: 1 });
  await load();
  const train = (changes: Partial<Training> = {}): Promise<Run> =>
    engine.handle({ type: 'train', training: { ...initialTraining, epochs: 1, ...changes }, resume: false });
  return { engine, load, train };
}

/** The first samples only, so that a test takes no time. */
async function part(id: string, count: number, validation: number): Promise<Dataset> {
  if (!isBuiltIn(id)) throw new Error(id);
  return { ...(await loadBuiltIn(id)), count, validation };
}

const adam = (learningRate: number): Training['optimizer'] => ({ name: 'adam', settings: { learningRate } });
const yesNo: Link = ['dense', { units: 1, activation: 'sigmoid' }];
const number: Link = ['dense', { units: 1 }];
const relu: Link = ['dense', { units: 16, activation: 'relu' }];

describe('datasets', () => {
  it.each(['line', 'threshold', 'groups', 'wave', 'clips', 'reviews', 'topics'])(
    '%s is what the catalogue says',
    async (id) => {
      const facts = catalogue.find((each) => each.id === id)!;
      const made = await part(id, facts.count, facts.validation);
      const { largest, ...others } = factsOf(made);
      expect(others).toEqual(facts);
      expect(Math.max(0, ...Object.values(largest ?? {}))).toBeLessThan(100);
      expect(made.values.length).toBe(facts.count * facts.shape.reduce((product, axis) => product * axis, 1));
    },
  );

  const cases: readonly (readonly [id: string, links: readonly Link[], learningRate: number, epochs: number])[] = [
    ['line', [['inputVector', { shape: [1] }], relu, number], 0.02, 6],
    ['threshold', [['inputVector', { shape: [12] }], relu, yesNo], 0.01, 6],
    ['groups', [['inputVector', { shape: [12] }], relu, ['dense', { units: 10, activation: 'softmax' }]], 0.01, 6],
    ['wave', [['inputVector', { shape: [40] }], relu, number], 0.01, 4],
    ['wave', [['inputSequence'], ['flatten'], relu, number], 0.01, 4],
    [
      'reviews',
      [
        ['inputText', { shape: [200] }],
        ['embedding', { inputDim: 300, outputDim: 8 }],
        ['globalAveragePooling1d'],
        yesNo,
      ],
      0.03,
      6,
    ],
    [
      'topics',
      [
        ['inputText', { shape: [120] }],
        ['embedding', { inputDim: 400, outputDim: 24 }],
        ['globalAveragePooling1d'],
        ['dense', { units: 46, activation: 'softmax' }],
      ],
      0.05,
      4,
    ],
  ];
  it.each(cases)('%s is learnt by a small model, and memory stays flat', async (id, links, learningRate, epochs) => {
    const dataset = await part(id, 700, 100);
    const { engine, load, train } = await session(dataset, chain(...links));
    const run = await train({ epochs, optimizer: adam(learningRate), batchSize: 16 });
    expect(run.epochs.at(-1)!.loss).toBeLessThan(run.epochs[0]!.loss * 0.9);
    const [own] = run.evaluation!.outputs;
    const classes = dataset.target.kind === 'classes';
    expect([own!.matrix.length > 0, own!.points.length > 0]).toEqual([classes, !classes]);
    const { kind, shape } = dataset;
    if (kind === 'images') throw new Error('no picture');
    const sample: Sample = { kind, shape, values: Float32Array.from(sampleValues(dataset, 0)) };
    const { outputs } = await engine.handle({ type: 'predict', sample, layers: [] });
    expect(outputs[0]!.values.every((value) => Number.isFinite(value))).toBe(true);
    const before = await engine.handle({ type: 'memory' });
    await load();
    await train({ epochs: 1 });
    expect((await engine.handle({ type: 'memory' })).tensors).toBe(before.tensors);
  });
});

describe('several inputs and outputs', () => {
  const plan = graph({
    left: ['inputVector', { shape: [12] }],
    right: ['inputVector', { shape: [12] }],
    both: ['concatenate', {}, 'left', 'right'],
    yes: ['dense', { units: 1, activation: 'sigmoid' }, 'both'],
    two: ['dense', { units: 2, activation: 'softmax', kernelRegularizer: { name: 'l2', l2: 0.1 } }, 'both'],
  });
  const outputs: Training['outputs'] = { two: { loss: 'auto', weight: 0.25 } };

  it('adds up the weighted losses and the penalties, and reports each output as Keras does', async () => {
    const dataset = await part('threshold', 40, 8);
    const { engine, train } = await session(dataset, plan);
    // One step over all samples: its loss is that of the initial weights.
    const weights = await engine.handle({ type: 'weights' });
    const run = await train({ outputs, batchSize: 32, validationSplit: null });
    const target = dataset.target.kind === 'classes' ? dataset.target.labels : [];
    let [yesLoss, twoLoss, yesRight] = [0, 0, 0];
    for (let sample = 0; sample < 32; sample++) {
      const own = sampleValues(dataset, sample);
      const x = [...own, ...own];
      const logit = (key: string, units: number, unit: number) =>
        x.reduce((sum, value, at) => sum + value * weights[`${key}/kernel`]!.values[at * units + unit]!, 0);
      const p = 1 / (1 + Math.exp(-logit('yes', 1, 0)));
      const shares = [0, 1].map((unit) => Math.exp(logit('two', 2, unit)));
      const label = target[sample]!;
      yesLoss -= Math.log(label === 1 ? p : 1 - p) / 32;
      twoLoss -= Math.log(shares[label]! / (shares[0]! + shares[1]!)) / 32;
      yesRight += Number(p > 0.5) === label ? 1 / 32 : 0;
    }
    const penalty = weights['two/kernel']!.values.reduce((sum, value) => sum + 0.1 * value ** 2, 0);
    const [epoch] = run.epochs;
    expect(run.loss).toBe('binaryCrossentropy, sparseCategoricalCrossentropy');
    expect(Object.keys(epoch!.metrics)).toEqual(['yes_loss', 'yes_accuracy', 'two_loss', 'two_accuracy']);
    expect(epoch!.metrics['yes_loss']).toBeCloseTo(yesLoss, 5);
    expect(epoch!.metrics['two_loss']).toBeCloseTo(twoLoss, 5);
    expect(epoch!.metrics['yes_accuracy']).toBeCloseTo(yesRight, 5);
    expect(epoch!.loss).toBeCloseTo(yesLoss + 0.25 * twoLoss + penalty, 5);
    expect(epoch!.accuracy).toBeNull();
    expect(run.evaluation!.outputs.map(({ output, matrix }) => [output, matrix.length])).toEqual([
      ['yes', 2],
      ['two', 2],
    ]);
    const sample: Sample = { kind: 'numbers', shape: [12], values: Float32Array.from(sampleValues(dataset, 0)) };
    const prediction = await engine.handle({ type: 'predict', sample, layers: [] });
    expect(prediction.outputs.map(({ layer, shape }) => [layer, shape])).toEqual([
      ['yes', [1]],
      ['two', [2]],
    ]);
  });

  it('gives several picture inputs the same picture, resized', async () => {
    const two = graph({
      small: ['inputImage', { shape: [14, 14, 1] }],
      large: ['inputImage', { shape: [28, 28, 1] }],
      a: ['flatten', {}, 'small'],
      b: ['flatten', {}, 'large'],
      both: ['concatenate', {}, 'a', 'b'],
      classes: ['dense', { units: 10, activation: 'softmax' }, 'both'],
    });
    const values = Uint8Array.from({ length: 40 * 784 }, (_, cell) => (cell * 7) % 256);
    const labels = Uint8Array.from({ length: 40 }, (_, sample) => sample % 10);
    const classes = Array.from({ length: 10 }, (_, digit) => String(digit));
    const dataset: Dataset = {
      ...(await part('threshold', 40, 8)),
      kind: 'images',
      shape: [28, 28, 1],
      values,
      target: { kind: 'classes', classes, labels },
    };
    const { engine, train } = await session(dataset, two);
    const run = await train({ batchSize: 16 });
    expect(run.epochs[0]!.loss).toBeGreaterThan(0);
    const sample: Sample = { width: 28, height: 28, channels: 1, values: new Float32Array(784).fill(255) };
    const { activations } = await engine.handle({ type: 'predict', sample, layers: ['small', 'large'] });
    expect(activations.map(({ shape }) => shape)).toEqual([
      [14, 14, 1],
      [28, 28, 1],
    ]);
    expect(activations[0]!.values.every((value) => Math.abs(value - 1) < 1e-6)).toBe(true);
  });
});

describe('weights of samples and classes', () => {
  const plan = chain(['inputVector', { shape: [1] }], ['dense', { units: 1, useBias: false }]);
  const line = (sampleWeights: number[] | null): Dataset => ({
    id: 'own:line',
    kind: 'numbers',
    shape: [1],
    values: Float32Array.of(1, 2, 3, 4),
    target: { kind: 'numbers', names: ['y'], values: Float32Array.of(2, 4, 6, 100) },
    count: 4,
    validation: 0,
    vocabulary: null,
    sampleWeights: sampleWeights && Float32Array.from(sampleWeights),
    words: ['x'],
  });

  it.each(['cpu', 'wasm'] as const)('divides the weighted losses by the number of samples, on %s', async (backend) => {
    const weights = [1, 0.5, 2, 0];
    const { engine, train } = await session(line(weights), plan, backend);
    const [w] = (await engine.handle({ type: 'weights' }))['1-dense/kernel']!.values;
    const run = await train({ batchSize: 4, optimizer: { name: 'sgd', settings: { learningRate: 0.01 } } });
    const errors = [1, 2, 3, 4].map((x, index) => [x, w! * x - [2, 4, 6, 100][index]!] as const);
    const loss = errors.reduce((sum, [, error], index) => sum + (weights[index]! * error ** 2) / 4, 0);
    const slope = errors.reduce((sum, [x, error], index) => sum + (weights[index]! * 2 * error * x) / 4, 0);
    expect(run.epochs[0]!.loss).toBeCloseTo(loss, 4);
    const after = (await engine.handle({ type: 'weights' }))['1-dense/kernel']!.values[0]!;
    expect(after).toBeCloseTo(w! - 0.01 * slope, 5);
  });

  it('counts every class alike when balanced, while training only', async () => {
    const labels = Uint8Array.of(0, 0, 0, 1);
    const dataset: Dataset = { ...line(null), target: { kind: 'classes', classes: ['no', 'yes'], labels } };
    const yes = chain(['inputVector', { shape: [1] }], ['dense', { units: 1, activation: 'sigmoid', useBias: false }]);
    const { engine, train } = await session(dataset, yes);
    const [w] = (await engine.handle({ type: 'weights' }))['1-dense/kernel']!.values;
    const run = await train({ batchSize: 4, classWeight: 'balanced' });
    const losses = [1, 2, 3, 4].map((x, index) => {
      const p = 1 / (1 + Math.exp(-w! * x));
      return -Math.log(labels[index] === 1 ? p : 1 - p);
    });
    const weights = [4 / 6, 4 / 6, 4 / 6, 2];
    const weighted = losses.reduce((sum, loss, index) => sum + (loss * weights[index]!) / 4, 0);
    expect(run.epochs[0]!.loss).toBeCloseTo(weighted, 5);
  });
});

describe('stateful models', () => {
  it('take the samples in order, in whole batches of the fixed size, and forget between the epochs', async () => {
    const dataset = await part('wave', 70, 22);
    const plan = chain(
      ['inputSequence', { shape: [8, 1], batchSize: 8 }],
      ['lstm', { units: 4, stateful: true }],
      ['dense', { units: 1 }],
    );
    const { engine, train } = await session(dataset, plan);
    const settings = { epochs: 2, optimizer: { name: 'sgd', settings: { learningRate: 0 } } } as const;
    const run = await train(settings);
    const [first, second] = run.epochs;
    // Nothing is learnt, so only a state that was left over could change the numbers.
    expect(second!.loss).toBe(first!.loss);
    expect(second!.validationLoss).toBe(first!.validationLoss);
    // 48 samples to train are six whole batches, 22 to validate two.
    expect(run.evaluation!.outputs[0]!.points).toHaveLength(16);
    const sample: Sample = { kind: 'series', shape: [40, 1], values: Float32Array.from(sampleValues(dataset, 0)) };
    const ask = async () => (await engine.handle({ type: 'predict', sample, layers: [] })).outputs[0]!;
    const answer = await ask();
    expect(answer.shape).toEqual([1]);
    expect(await ask()).toEqual(answer);
    const before = await engine.handle({ type: 'memory' });
    await train(settings);
    await ask();
    expect(await engine.handle({ type: 'memory' })).toEqual(before);
  });
});

describe('the test', () => {
  it('is judged when it is asked for, apart: training and validation are as if it were not there', async () => {
    const plan = chain(['inputVector', { shape: [12] }], relu, yesNo);
    const whole = await part('threshold', 360, 60);
    const tested = await session({ ...whole, count: 400, test: 40 }, plan);
    const plain = await session(whole, plan);
    const settings = { epochs: 2, validationSplit: null } as const;
    const [run, other] = [await tested.train(settings), await plain.train(settings)];
    const curve = ({ epochs }: Run) => epochs.map((epoch) => ({ ...epoch, seconds: 0 }));
    expect(curve(run)).toEqual(curve(other));
    expect(run.evaluation).toEqual(other.evaluation);
    const judged = await tested.engine.handle({ type: 'test', run });
    const { test, ...evaluation } = judged.evaluation!;
    expect([evaluation, judged.tested]).toEqual([run.evaluation, 1]);
    expect(test!.outputs[0]!.matrix.flat().reduce((sum, count) => sum + count)).toBe(40);
    expect(await tested.engine.handle({ type: 'runs', project: 'p' })).toEqual([judged]);
    // Whoever trains on has used it all the same.
    const training: Training = { ...initialTraining, ...settings, epochs: 1 };
    const on = await tested.engine.handle({ type: 'train', training, resume: true });
    expect([on.evaluation!.test, on.tested]).toEqual([undefined, 1]);
    const again = await tested.engine.handle({ type: 'test', run: on });
    expect(again.tested).toBe(2);
    const trouble = tested.engine.handle({ type: 'test', run: { ...on, id: 'another' } });
    await expect(trouble).rejects.toMatchObject({ error: { code: 'notTrained' } });
  });
});

describe('the importance of columns', () => {
  it('is found for a table, without a trace in the model; it can be cancelled', async () => {
    const plan = chain(['inputVector', { shape: [12] }], relu, yesNo);
    const { engine, train } = await session(await part('threshold', 360, 60), plan);
    const run = await train({ epochs: 3, validationSplit: null, optimizer: adam(0.01) });
    const before = await engine.handle({ type: 'memory' });
    const found = await engine.handle({ type: 'importance', run });
    expect(found).toMatchObject({ measure: 'accuracy', samples: 60, score: run.evaluation!.accuracy });
    expect(found.columns).toHaveLength(12);
    expect(found.columns.map(({ mean }) => mean)).toEqual(
      found.columns.map(({ mean }) => mean).toSorted((a, b) => b - a),
    );
    expect(found.columns[0]!.mean).toBeGreaterThan(0);
    expect(await engine.handle({ type: 'importance', run })).toEqual(found);
    expect(await engine.handle({ type: 'memory' })).toEqual(before);
    const gone = AbortSignal.abort();
    await expect(engine.handle({ type: 'importance', run }, gone)).rejects.toMatchObject({
      error: { code: 'cancelled' },
    });
  });

  it('is refused for what is no table', async () => {
    const plan = chain(['inputSequence'], ['flatten'], relu, number);
    const { engine, train } = await session(await part('wave', 64, 16), plan);
    const run = await train({ validationSplit: null });
    await expect(engine.handle({ type: 'importance', run })).rejects.toMatchObject({
      error: { code: 'dataMismatch' },
    });
  });
});

describe('a linear model beside the one that was trained', () => {
  it.each([
    ['threshold', [['inputVector', { shape: [12] }], relu, yesNo]],
    ['groups', [['inputVector', { shape: [12] }], relu, ['dense', { units: 10, activation: 'softmax' }]]],
    ['line', [['inputVector', { shape: [1] }], relu, number]],
  ] satisfies readonly (readonly [string, readonly Link[]])[])('%s', async (id, links) => {
    const { engine, train } = await session(await part(id, 360, 60), chain(...links));
    const run = await train({ validationSplit: null });
    const before = await engine.handle({ type: 'memory' });
    const found = await engine.handle({ type: 'linear', run });
    expect(await engine.handle({ type: 'memory' })).toEqual(before);
    expect(Number.isFinite(found.loss)).toBe(true);
    const [own] = run.evaluation!.outputs;
    expect([found.matrix.length, found.errors?.count]).toEqual([own!.matrix.length, own!.errors?.count]);
    // Better than nothing: of classes by the share of mistakes, of numbers by the squared errors.
    const [mistakes, plain] =
      found.errors === undefined
        ? [1 - found.accuracy!, 1 - own!.perClass.length ** -1]
        : [found.errors.squared, found.errors.baseline.squared];
    expect(mistakes / plain).toBeLessThan(0.95);
    await expect(engine.handle({ type: 'linear', run }, AbortSignal.abort())).rejects.toMatchObject({
      error: { code: 'cancelled' },
    });
  });
});
