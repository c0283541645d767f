import { expect, test } from 'vitest';
import { chain } from '../../../e2e/documents/chain';
import { library } from '../../../templates/library';
import { compile } from '../../compile/compile';
import type { Dataset } from '../../data/dataset';
import { initialTraining } from '../../document/training';
import type { EngineEvent } from '../protocol/events';
import { memoryCheckpoints } from '../checkpoints/checkpoints';
import { testSession } from '../testSession';

const count = 20;
/** Two columns far from each other; the last quarter, which is held back, is far away. */
const columns = (shift: number): Dataset => ({
  id: 'own',
  kind: 'numbers',
  shape: [2],
  count,
  validation: 5,
  values: Float32Array.from({ length: 2 * count }, (_, at) => {
    const sample = Math.floor(at / 2);
    return (sample < 15 ? sample : 10_000) + (at % 2 === 0 ? shift : 1000 * (sample % 3));
  }),
  vocabulary: null,
  target: { kind: 'numbers', names: ['y'], values: Float32Array.from({ length: count }, (_, at) => at / count) },
  sampleWeights: null,
  words: null,
});

const plan = compile(
  chain('Columns', [
    ['inputVector', 'row', { shape: [2] }],
    ['normalization', 'normal'],
    ['dense', 'out', { units: 1 }],
  ]),
  library,
);

const training = { ...initialTraining, dataset: 'own', epochs: 1, batchSize: 4, validationSplit: null };

function session(checkpoints = memoryCheckpoints(), shift = 100) {
  let data = columns(shift);
  const events: EngineEvent[] = [];
  const emit = (event: EngineEvent) => void events.push(event);
  const engine = testSession({ wasmFiles: null, checkpoints, dataset: async () => data, emit });
  return {
    ...engine,
    events,
    give: (next: Dataset) => void (data = next),
    async learned() {
      const weights = await engine.handle({ type: 'weights' });
      return [...weights['normal/mean']!.values, ...weights['normal/variance']!.values];
    },
  };
}

/** NumPy's mean and var over the 15 samples that are trained on. */
const expected = (shift: number) => [7 + shift, 7 + 1000, 56 / 3, 2_004_056 / 3];

test('mean and variance are those of the samples that are trained on, and a run that goes on keeps them', async () => {
  const { handle, load, learned, give, events } = session();
  await load(plan);
  expect(await learned()).toEqual([0, 0, 1, 1]);
  await handle({ type: 'train', training, resume: false });
  const told = events.flatMap((event) => (event.type === 'adapting' ? [[event.done, event.total]] : []));
  expect(told).toEqual([4, 8, 12, 15].map((done) => [done, 15]));
  const first = await learned();
  expected(100).forEach((value, place) => expect(first[place]! / value).toBeCloseTo(1, 6));
  give(columns(500));
  await handle({ type: 'train', training, resume: true });
  expect(await learned()).toEqual(first);
  await handle({ type: 'train', training, resume: false });
  expect((await learned())[0]).toBeCloseTo(507, 3);
});

test('they are kept with a checkpoint, and weights that were given stay', async () => {
  const checkpoints = memoryCheckpoints();
  const { handle, load, learned } = session(checkpoints);
  await load(plan);
  await handle({ type: 'train', training, resume: false });
  const first = await learned();
  const after = session(checkpoints, 500);
  await after.restore(plan);
  expect(await after.learned()).toEqual(first);
  const weights = await handle({ type: 'weights' });
  const other = session(memoryCheckpoints(), 500);
  await other.load(plan, { weights });
  await other.handle({ type: 'train', training, resume: false });
  expect(await other.learned()).toEqual(first);
});
