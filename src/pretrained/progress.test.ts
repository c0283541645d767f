import { expect, test } from 'vitest';
import { type DownloadProgress, speedometer } from './progress';

/** What is reported for bytes that come at these seconds. */
function reports(steps: readonly (readonly [at: number, received: number, always?: boolean])[], total: number | null) {
  const said: DownloadProgress[] = [];
  let at = 0;
  const tell = speedometer(
    (progress) => said.push(progress),
    () => at,
  );
  for (const [seconds, received, always] of steps) {
    at = seconds;
    tell(received, total, always);
  }
  return said;
}

test('the first bytes are told at once, without a speed', () => {
  expect(reports([[100, 50]], 1000)).toEqual([{ received: 50, total: 1000, bytesPerSecond: 0, secondsLeft: null }]);
});

test('speed and time left are those of the last five seconds', () => {
  const steady = reports(
    [0, 1, 2, 3, 4, 5].map((at) => [at, at * 10] as const),
    100,
  );
  expect(steady.at(-1)).toEqual({ received: 50, total: 100, bytesPerSecond: 10, secondsLeft: 5 });
  const faster = reports(
    [...[0, 1, 2, 3].map((at) => [at, at] as const), ...[4, 5, 6, 7, 8].map((at) => [at, 3 + (at - 3) * 10] as const)],
    73,
  );
  // From second 3 to second 8 fifty bytes came.
  expect(faster.at(-1)).toEqual({ received: 53, total: 73, bytesPerSecond: 10, secondsLeft: 2 });
});

test('of two reports at most a long pause lies between', () => {
  expect(
    reports(
      [
        [0, 0],
        [20, 100],
        [40, 400],
      ],
      null,
    ).map(({ bytesPerSecond }) => bytesPerSecond),
  ).toEqual([0, 5, 15]);
});

test('at most ten a second, and the last always', () => {
  const received = (steps: Parameters<typeof reports>[0]) => reports(steps, null).map((each) => each.received);
  expect(
    received([
      [0, 1],
      [0.05, 2],
      [0.0999, 3],
      [0.1, 4],
      [0.15, 5, true],
    ]),
  ).toEqual([1, 4, 5]);
});

test('a try that begins anew has no speed below nothing, and no end in sight', () => {
  expect(
    reports(
      [
        [0, 500],
        [1, 100],
      ],
      1000,
    ).at(-1),
  ).toEqual({
    received: 100,
    total: 1000,
    bytesPerSecond: 0,
    secondsLeft: null,
  });
});

test('where the server does not say how much there is, no time is left', () => {
  expect(
    reports(
      [
        [0, 0],
        [1, 100],
      ],
      null,
    ).at(-1),
  ).toMatchObject({ total: null, bytesPerSecond: 100, secondsLeft: null });
});
