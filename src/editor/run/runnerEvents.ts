import type { EngineEvent } from '../../engine/protocol/events';
import type { Share } from '../../engine/protocol/share';
import type { RunnerState } from './runnerState';

/** Null when it is done. */
const underWay = ({ done, total }: Share): Share | null => (done < total ? { done, total } : null);

/** What an event of the engine changes. `expected`: epochs the run will have when it is done. */
export function afterEvent(state: RunnerState, event: EngineEvent, expected: number): Partial<RunnerState> {
  switch (event.type) {
    case 'backend':
      return { backend: event.backend };
    case 'progress':
      return { progress: event.progress };
    case 'warning':
      return { error: event.error };
    case 'saved':
      return {};
    case 'weights':
      return { loading: underWay(event) && { name: event.name, ...underWay(event)! } };
    case 'decoding':
      return { decoding: underWay(event) };
    case 'features':
      return { features: underWay(event) };
    case 'many':
      return { many: underWay(event) };
    case 'cut':
      return { cut: event.cut, features: null };
    case 'epoch': {
      const evaluating = event.run.epochs.length >= expected && state.phase === 'training';
      return { run: event.run, ...(evaluating ? { phase: 'evaluating' } : {}) };
    }
    case 'state': {
      if (state.phase === 'stopping') return {};
      const run = state.run && { ...state.run, state: event.state };
      if (event.state === 'paused') return { run, phase: 'paused' };
      if (event.state === 'running') return { run, phase: 'training' };
      return { run };
    }
  }
}
