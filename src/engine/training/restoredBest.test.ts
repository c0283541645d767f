import { expect, test } from 'vitest';
import { stripesModel } from '../../../e2e/fixtures/stripes';
import { training, transferSession } from '../testTransfer';

const rule = { monitor: 'validationLoss', patience: 1, minDelta: 0.3, restoreBestWeights: true } as const;

async function trained(epochs: number, enabled: boolean) {
  const { engine, load, train } = await transferSession();
  await load(stripesModel());
  const run = await train(training({ epochs, earlyStopping: { ...rule, enabled } }));
  return { run, weights: await engine.handle({ type: 'weights' }) };
}

test('at its end a run has the weights of its best epoch, where they are wanted', async () => {
  const { run, weights } = await trained(20, true);
  expect(run.restored).toBe(run.epochs.length - 1);
  const best = await trained(run.restored!, false);
  expect(best.run.restored).toBeUndefined();
  expect(weights).toEqual(best.weights);
  expect(run.evaluation?.loss).toBeCloseTo(run.epochs.at(-2)!.validationLoss!, 5);
});
