import type { ProjectEvent } from '../../engine/protocol/events';
import { afterEvent } from './runnerEvents';
import type { ShownRun } from './shownRun';

/** A run of a project that the page has left. */
export interface RunElsewhere {
  readonly project: string;
  /** What the page would show of it. */
  readonly state: ShownRun;
  /** Nobody has said yet whether it is to go on; it does so long. */
  readonly undecided: boolean;
}

const shownOf = ({
  phase,
  run,
  progress,
  batches,
  cut,
  loading,
  decoding,
  adapting,
  features,
  saving,
  many,
  error,
}: ShownRun) => ({
  phase,
  run,
  progress,
  batches,
  cut,
  loading,
  decoding,
  adapting,
  features,
  saving,
  many,
  error,
});

/** What becomes of the run that is shown when its project is left: null where nothing runs. Who has stopped it needs no question. */
export function leftBehind(project: string, shown: ShownRun): RunElsewhere | null {
  if (shown.phase === 'idle') return null;
  return { project, state: shownOf(shown), undecided: shown.phase !== 'stopping' };
}

/** The run elsewhere after an event; as it was where the event is of another project. */
export function afterEventElsewhere(elsewhere: RunElsewhere | null, event: ProjectEvent): RunElsewhere | null {
  if (elsewhere === null || event.project !== elsewhere.project) return elsewhere;
  return { ...elsewhere, state: { ...elsewhere.state, ...afterEvent(elsewhere.state, event) } };
}

/** The run elsewhere once it is known whether it goes on. */
export const decided = (elsewhere: RunElsewhere, goesOn: boolean): RunElsewhere => ({
  ...elsewhere,
  undecided: false,
  state: goesOn ? elsewhere.state : { ...elsewhere.state, phase: 'stopping' },
});
