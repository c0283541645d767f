import type { RunnerState } from '../run/runnerState';

type Seen = Pick<RunnerState, 'phase' | 'run' | 'error' | 'predicting' | 'prediction'>;

/** What is said of a run: never per batch. */
export type RunEvent =
  | { readonly code: 'started' | 'paused' | 'resumed' | 'stopping' | 'finished' | 'stopped' | 'failed' }
  | { readonly code: 'epoch'; readonly data: { epoch: number; loss: number; accuracy: number | null } };

/** The epoch that has ended, then what became of the run; several where both came at once. */
export function runEvents(before: Seen, after: Seen): readonly RunEvent[] {
  const events: RunEvent[] = [];
  const [was, is] = [before.phase, after.phase];
  if (was === 'idle' && is !== 'idle') events.push({ code: 'started' });
  const last = after.run?.epochs.at(-1);
  const known = before.run?.id === after.run?.id ? (before.run?.epochs.length ?? 0) : 0;
  const goesOn = is !== 'idle' || was !== 'idle';
  if (last !== undefined && (after.run?.epochs.length ?? 0) > known && goesOn)
    events.push({ code: 'epoch', data: { epoch: last.epoch, loss: last.loss, accuracy: last.accuracy } });
  if (is === 'paused' && was !== 'paused') events.push({ code: 'paused' });
  if (was === 'paused' && is === 'training') events.push({ code: 'resumed' });
  if (is === 'stopping' && was !== 'stopping') events.push({ code: 'stopping' });
  const state = after.run?.state;
  const ended = state !== before.run?.state || before.run?.id !== after.run?.id;
  if (ended && goesOn && (state === 'finished' || state === 'stopped' || state === 'failed'))
    events.push({ code: state });
  return events;
}
