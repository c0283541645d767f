import type { ProjectEvent } from '../../engine/protocol/events';
import type { Share } from '../../engine/protocol/share';
import { trailAfter } from './batchTrail';
import type { ShownRun } from './shownRun';

/** Null when it is done. */
const underWay = ({ done, total }: Share): Share | null => (done < total ? { done, total } : null);

/** What an event of a project changes of what is shown of it. */
export function afterEvent(state: ShownRun, event: ProjectEvent): Partial<ShownRun> {
  switch (event.type) {
    case 'progress':
      return { progress: event.progress, batches: trailAfter(state.batches, event.progress) };
    case 'warning':
      return { error: event.error };
    case 'saved':
      // As it was: nobody who watches is told.
      return state;
    case 'weights':
      return { loading: underWay(event) && { name: event.name, ...underWay(event)! } };
    case 'saving':
      return { saving: underWay(event) };
    case 'decoding':
      return { decoding: underWay(event) };
    case 'adapting':
      return { adapting: underWay(event) };
    case 'features':
      return { features: underWay(event) };
    case 'many':
      return { many: underWay(event) };
    case 'cut':
      return { cut: event.cut, features: null };
    case 'run':
      return { run: event.run };
    case 'epochs':
      return { run: state.run && { ...state.run, epochs: [...state.run.epochs, ...event.epochs] } };
    case 'evaluating':
      return state.phase === 'training' ? { phase: 'evaluating' } : {};
    case 'state': {
      if (state.phase === 'stopping') return {};
      const run = state.run && { ...state.run, state: event.state };
      if (event.state === 'paused') return { run, phase: 'paused' };
      if (event.state === 'running') return { run, phase: 'training' };
      return { run };
    }
  }
}
