import { yieldToEventLoop as lettingOthersRun } from '../../pretrained/yieldToEventLoop';

/** How far long work has come, and how long one step of it takes. Every worker has its own. */
export interface Steps {
  readonly done: number;
  /** Milliseconds of the longest step since the count began anew; null before there were two. */
  readonly longest: number | null;
}

/** Counts steps; `now` in milliseconds. */
export class StepCount implements Steps {
  private count = 0;
  private last: number | null = null;
  longest: number | null = null;

  constructor(private readonly now: () => number = () => performance.now()) {}

  get done(): number {
    return this.count;
  }

  step(): void {
    const time = this.now();
    this.count++;
    if (this.last !== null) this.longest = Math.max(this.longest ?? 0, time - this.last);
    this.last = time;
  }

  /** Other work begins: how long its steps take is not known yet. */
  begin(): void {
    this.last = null;
    this.longest = null;
  }
}

/** The steps of this thread. */
export const steps = new StepCount();

/** Between two steps of long work: lets other tasks run, and counts. */
export function yieldToEventLoop(): Promise<void> {
  steps.step();
  return lettingOthersRun();
}
