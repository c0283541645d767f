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
        [name, 1, [2, 2, 2], null, false],
        [name, 50, [2, 2, 2], null, false],
        [name, 1e5, [2], null, false],
        [name, 1e5, [2, 1.9], null, false],
        [name, 1e5, [-2, -2.5], null, false],
        [name, 1e5, [2, 2], null, true],
        [name, 1e5, [2, 7, 1.99], null, true],
        [name, 1e6, [0, 0, 0], null, true],
        [name, 1, [14], 2, false],
        [name, 1e5, [14], 2, true],
        [name, 1e5, [1.9], 2, false],
        [name, 1e5, [3000, 100, 50], 2, true],
        [name, 1e5, [3000, 100, 1], 2, false],
      ] as const,
  ),
)(
  '%s at %d times its usual learning rate, with losses %j after %j untrained: %s',
  (name, factor, losses, first, stuck) => {
    expect(isStuck(times(name, factor), curve(...losses), first)).toBe(stuck);
  },
);

test('it is said once, whatever else comes', async () => {
  const said: RunHappening[] = [];
  const doubts = new Doubts(times('adam', 1e6), (event) => said.push(event));
  doubts.look(curve(16), null);
  doubts.look(curve(16, 16), null);
  doubts.look(curve(16, 16, 16), null);
  await doubts.absurd(4, 1e30, async () => ({ kind: 'model' }));
  const data = { epoch: 2, loss: 16, optimizer: 'adam', rate: 1000, usual: 0.001 };
  expect(said).toEqual([{ type: 'warning', error: { code: 'stuckLoss', data } }]);
});
