import type { RunHappening } from '../protocol/events';
import type { Run } from '../protocol/run';

/** Milliseconds from one piece of news to the next. */
export const epochPace = 100;

/**
 * Tells how a run's epochs go, at most ten times a second: a page that draws every epoch of a millisecond has no time for
 * the one who presses Stop. None is left out, several come at once; what waits is told before anything else is said of
 * the run.
 */
export class EpochNews {
  private run: Run | null = null;
  private told = 0;
  private last = -Infinity;
  private waiting: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly emit: (event: RunHappening) => void) {}

  /** The run as it is: at its start, and where it goes on after a lost device. */
  whole(run: Run): void {
    this.rest();
    this.run = run;
    this.told = run.epochs.length;
    this.emit({ type: 'run', run });
  }

  /** The run with one more epoch. */
  more(run: Run): void {
    this.run = run;
    const left = this.last + epochPace - performance.now();
    if (left <= 0) this.tell();
    else this.waiting ??= setTimeout(() => this.tell(), left);
  }

  /** Says something else of the run, after all epochs that there are. */
  say(event: RunHappening): void {
    this.tell();
    this.emit(event);
  }

  private tell(): void {
    this.rest();
    const epochs = this.run?.epochs.slice(this.told) ?? [];
    if (epochs.length === 0) return;
    this.told += epochs.length;
    this.last = performance.now();
    this.emit({ type: 'epochs', epochs });
  }

  private rest(): void {
    if (this.waiting !== null) clearTimeout(this.waiting);
    this.waiting = null;
  }
}
