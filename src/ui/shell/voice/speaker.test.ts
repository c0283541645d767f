import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSpeaker } from './speaker';

describe('one voice', () => {
  let said: string[] = [];
  let notices: string[] = [];
  const speaker = () =>
    createSpeaker(
      () => notices,
      (text) => said.push(text),
    );
  beforeEach(() => {
    vi.useFakeTimers();
    [said, notices] = [[], []];
  });
  afterEach(() => void vi.useRealTimers());

  test('what comes at the same moment is one message, and nothing in it twice', () => {
    const { say } = speaker();
    say('Removed flatten.');
    say('Cancelled.');
    say('Removed flatten.');
    vi.advanceTimersByTime(500);
    expect(said).toEqual(['Removed flatten. Cancelled.']);
  });

  test('what the corner says is not said again', () => {
    const { say } = speaker();
    say('A is open.', 'opened');
    notices = ['A is open.'];
    vi.advanceTimersByTime(1000);
    expect(said).toEqual([]);
  });

  test('of a hundred short epochs few are told, and the last one with the end', () => {
    const { say } = speaker();
    for (let epoch = 1; epoch <= 100; epoch++) {
      say(`Epoch ${epoch}.`, 'epoch');
      vi.advanceTimersByTime(30);
    }
    say('Training has finished.');
    vi.advanceTimersByTime(500);
    expect(said.length).toBeLessThanOrEqual(4);
    expect(said.at(-1)).toBe('Epoch 100. Training has finished.');
  });
});
