import { type Link, chain, stripes, stripesInput, stripesTraining } from '../../e2e/fixtures/stripes';
import type { Plan } from '../compile/plan';
import type { Training } from '../document/training';
import { optimizerSettings } from '../document/training/trainingChoices';
import { memoryCheckpoints } from './checkpoints/checkpoints';
import type { EngineEvent } from './protocol/events';
import { testSession } from './testSession';
import type { Surroundings } from './surroundings';

/** A session on wasm in this thread with everything it tells; for tests. */
export async function transferSession(changes: Partial<Surroundings> = {}) {
  const events: EngineEvent[] = [];
  const engine = testSession({
    wasmFiles: null,
    checkpoints: memoryCheckpoints(),
    dataset: async () => stripes(),
    emit: (event) => events.push(event),
    ...changes,
  });
  await engine.handle({ type: 'backend', force: 'wasm' });
  const load = (plan: Plan, seed = 11) => engine.load(plan, { seed });
  const train = (training: Training, resume = false) => engine.handle({ type: 'train', training, resume });
  const all = <T extends EngineEvent['type']>(type: T) =>
    events.filter((event): event is Extract<EngineEvent, { type: T }> => event.type === type);
  const cut = () => all('cut').at(-1)?.cut;
  return { engine, events, load, train, all, cut };
}

export const head: readonly Link[] = [
  ['flatten'],
  ['dropout', { rate: 0.3 }],
  ['dense', { units: 2, activation: 'softmax' }],
];

/** Two frozen convolutions with a frozen normalisation between them, and a head with dropout. */
export const frozenStripes = (): Plan =>
  chain(
    stripesInput,
    ['conv2d', { filters: 4, activation: 'relu' }, 'frozen'],
    ['batchNormalization', {}, 'frozen'],
    ['maxPooling2d'],
    ...head,
  );

export const training = (changes: Partial<Training> = {}): Training =>
  stripesTraining({
    optimizer: { name: 'adam', settings: { ...optimizerSettings.adam, learningRate: 0.01 } },
    ...changes,
  });
