import { expect, test } from 'vitest';
import { type OptimizerName, optimizerSettings, optimizers } from '../../document/training/trainingChoices';
import type { EpochMetrics } from '../protocol/curves';
import type { RunHappening } from '../protocol/events';
import { Doubts, isStuck } from './doubts';

const none = { accuracy: null, validationLoss: null, validationAccuracy: null, metrics: {}, validationMetrics: {} };
const curve = (...losses: readonly number[]): EpochMetrics[] =>
  losses.map((loss, index) => ({ ...none, epoch: index + 1, loss, seconds: 1 }));
const times = (name: OptimizerName, factor: number) => {
  const usual = optimizerSettings[name];
  return { name, settings: { ...usual, learningRate: factor * Number(usual['learningRate']) } };
};

test.each(
  optimizers.flatMap(
    (name) =>
      [
        [name, 1, [2, 2, 2], false],
        [name, 50, [2, 2, 2], false],
        [name, 1e5, [2], false],
        [name, 1e5, [2, 1.9], false],
        [name, 1e5, [-2, -2.5], false],
        [name, 1e5, [2, 2], true],
        [name, 1e5, [2, 7, 1.99], true],
        [name, 1e6, [0, 0, 0], true],
      ] as const,
  ),
)('%s at %d times its usual learning rate, with losses %j: %s', (name, factor, losses, stuck) => {
  expect(isStuck(times(name, factor), curve(...losses))).toBe(stuck);
});

test('it is said once, whatever else comes', async () => {
  const said: RunHappening[] = [];
  const doubts = new Doubts(times('adam', 1e6), (event) => said.push(event));
  doubts.look(curve(16));
  doubts.look(curve(16, 16));
  doubts.look(curve(16, 16, 16));
  await doubts.absurd(4, 1e30, async () => ({ kind: 'model' }));
  const data = { epoch: 2, loss: 16, optimizer: 'adam', rate: 1000, usual: 0.001 };
  expect(said).toEqual([{ type: 'warning', error: { code: 'stuckLoss', data } }]);
});
