import { describe, expect, test } from 'vitest';
import { initialTraining } from '../../../document/training';
import { idle } from '../../../editor/run/runnerState';
import { runEvents } from '../../../editor/voice/runEvents';
import type { Run } from '../../../engine/protocol/run';
import { voiceText } from '../../../i18n/voice/voiceText';

describe('a run', () => {
  const epoch: Run['epochs'][number] = {
    epoch: 1,
    loss: 0.5,
    accuracy: 0.875,
    validationLoss: null,
    validationAccuracy: null,
    metrics: {},
    validationMetrics: {},
    seconds: 1,
  };
  const going: Run = {
    id: 'one',
    started: '2026-11-30T12:00:00.000Z',
    training: initialTraining,
    loss: 'categoricalCrossentropy',
    backend: 'cpu',
    epochs: [epoch],
    state: 'running',
    evaluation: null,
  };
  const seen = (part: object) => ({ ...idle, ...part });
  test.each([
    ['starts', {}, { phase: 'loading' }, ['Training has started.'], ['학습을 시작했어요.']],
    ['goes from batch to batch', { phase: 'training', run: going }, { phase: 'training', run: going }, [], []],
    [
      'ends an epoch',
      { phase: 'training', run: { ...going, epochs: [] } },
      { phase: 'training', run: going },
      ['Epoch 1 finished. Loss 0.5000, accuracy 87.5 %.'],
      ['에포크 1 완료. 손실 0.5000, 정확도 87.5 %.'],
    ],
    [
      'is paused',
      { phase: 'training', run: going },
      { phase: 'paused', run: going },
      ['Training is paused.'],
      ['학습을 일시 정지했어요.'],
    ],
    [
      'goes on',
      { phase: 'paused', run: going },
      { phase: 'training', run: going },
      ['Training goes on.'],
      ['학습을 계속해요.'],
    ],
    [
      'is being stopped',
      { phase: 'training', run: going },
      { phase: 'stopping', run: going },
      ['Stopping…'],
      ['중지하는 중…'],
    ],
    [
      'was stopped',
      { phase: 'stopping', run: going },
      { phase: 'idle', run: { ...going, state: 'stopped' } },
      ['Training was stopped; the weights are kept.'],
      ['학습을 중지했어요. 가중치는 그대로 남아 있어요.'],
    ],
    [
      'has ended',
      { phase: 'evaluating', run: going },
      { phase: 'idle', run: { ...going, state: 'finished' } },
      ['Training has finished.'],
      ['학습이 끝났어요.'],
    ],
    [
      'fails',
      { phase: 'training', run: going },
      { phase: 'idle', run: { ...going, state: 'failed' } },
      ['Training failed.'],
      ['학습에 실패했어요.'],
    ],
    ['of yesterday is looked up', {}, { run: { ...going, state: 'finished' } }, [], []],
  ])('%s', (_, before, after, en, ko) => {
    const events = runEvents(seen(before), seen(after));
    expect(events.map((event) => voiceText(event, 'en'))).toEqual(en);
    expect(events.map((event) => voiceText(event, 'ko'))).toEqual(ko);
  });
});
