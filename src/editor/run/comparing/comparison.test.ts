import { expect, test } from 'vitest';
import { library, templates } from '../../../../templates/index';
import { compile } from '../../../compile/compile';
import { buildTemplate } from '../../../document/template';
import type { Engine } from '../../../engine/client';
import { engineHere } from '../../../engine/testEngine';
import { type Contest, type Contestant, compareModels } from './comparison';

/** The real engine in this thread; counts how often it is given back. */
function here() {
  const given = { back: 0 };
  const engine: Engine = { ...engineHere(), dispose: () => void given.back++ };
  return { engine, given };
}

const model = (id: string, seed: number, options = {}): Contestant => {
  const template = templates.find((each) => each.id === id)!;
  const preparation = { preprocessing: 'auto', interpolation: 'nearest' } as const;
  const plan = compile(buildTemplate(template, options), library);
  return { id: `${id} ${seed}`, plan, weights: null, seed, preparation };
};
const picture = async (place: number) => ({
  width: 28,
  height: 28,
  channels: 1,
  values: new Float32Array(784).fill(place * 100),
});
const common = { pictures: 2, picture, backend: 'wasm' } as const;

test('every model answers every picture; one that fails does not stop the others', async () => {
  const { engine, given } = here();
  const contests = new Map<string, Contest>();
  const states: string[] = [];
  const broken = { ...model('lenet5', 1), id: 'broken', weights: {} };
  await compareModels({
    ...common,
    models: [model('digits', 1), broken, model('digits', 2)],
    told: (id, contest) => {
      contests.set(id, contest);
      states.push(contest.state);
    },
    signal: new AbortController().signal,
    start: () => engine,
  });
  const [first, second, third] = [...contests.values()];
  expect([first!.state, second!.state, third!.state]).toEqual(['done', 'failed', 'done']);
  expect(second!.error).not.toBeNull();
  expect(first!.answers.map((values) => values.length)).toEqual([10, 10]);
  expect(first!.answers[1]!.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 4);
  expect(first!.answers[1]).not.toEqual(third!.answers[1]);
  expect(first!.milliseconds).toHaveLength(2);
  expect(states.slice(0, 2)).toEqual(['loading', 'asking']);
  expect(given.back).toBeGreaterThan(0);
});

test('a cancelled comparison tells nothing more', async () => {
  const { engine } = here();
  const control = new AbortController();
  const told: string[] = [];
  await compareModels({
    ...common,
    models: [model('digits', 1), model('digits', 2)],
    told: (id, { state }) => {
      told.push(`${id} ${state}`);
      if (state === 'asking') control.abort();
    },
    signal: control.signal,
    start: () => engine,
  });
  expect(told).toEqual(['digits 1 loading', 'digits 1 asking']);
});
