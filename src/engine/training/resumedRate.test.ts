import { expect, test } from 'vitest';
import type { ScheduleChoice } from '../../document/training/schedules';
import { memoryCheckpoints } from '../checkpoints/checkpoints';
import { frozenStripes, training, transferSession } from '../testTransfer';
import { begunAt } from './runFor';

const schedules: readonly ScheduleChoice[] = [
  { name: 'cosineDecay', settings: { decaySteps: 12, warmupSteps: 3 } },
  { name: 'piecewiseConstantDecay', settings: { boundaries: [5], values: [0.0001] } },
  { name: 'reduceLROnPlateau', settings: { monitor: 'loss', patience: 1, minDelta: 0.05 } },
];

async function lossesOf(learningRateSchedule: ScheduleChoice, parts: readonly number[]): Promise<readonly number[]> {
  const checkpoints = memoryCheckpoints();
  let losses: readonly number[] = [];
  for (const [part, epochs] of parts.entries()) {
    // Another session each time, as after a reload.
    const { engine, train } = await transferSession({ checkpoints });
    await engine.restore(frozenStripes());
    const optimizer = { name: 'lion', settings: { learningRate: 0.003, weightDecay: 0.01, clipnorm: 0.5 } } as const;
    const run = await train(training({ epochs, optimizer, learningRateSchedule }), part > 0);
    losses = run.epochs.map(({ loss }) => loss);
  }
  return losses;
}

test.each(schedules)('a run that is reloaded goes on where its schedule was: $name', async (schedule) => {
  const whole = await lossesOf(schedule, [6]);
  const parts = await lossesOf(schedule, [2, 1, 3]);
  whole.forEach((loss, epoch) => expect(parts[epoch]).toBeCloseTo(loss, 6));
  const constant = await lossesOf({ name: 'constant', settings: {} }, [6]);
  expect(Math.abs(constant.at(-1)! - whole.at(-1)!)).toBeGreaterThan(1e-5);
});

test('a schedule by epochs begins again where other layers are trained', () => {
  const stage = (after: number, trained: number) => ({ after, trained });
  expect(begunAt({})).toBe(0);
  expect(begunAt({ stages: [stage(0, 5), stage(3, 5)] })).toBe(0);
  expect(begunAt({ stages: [stage(0, 5), stage(3, 9), stage(4, 9)] })).toBe(3);
});
