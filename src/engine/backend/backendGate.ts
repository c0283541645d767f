import type { Request } from '../protocol/protocol';

/** Requests that need no backend, and the change of the backend itself, which knows what to wait for. */
export const computesNothing: ReadonlySet<Request['type']> = new Set([
  'backend',
  'pause',
  'resume',
  'stop',
  'cancelMany',
  'runs',
  'forget',
  'kept',
  'imported',
  'checkWeights',
  'savedDocument',
] as const);

/**
 * Between two backends nothing can be computed. Work passes while none is being changed, else when that is done; a change
 * waits for the work under way.
 */
export class BackendGate {
  private readonly inside = new Set<Promise<unknown>>();
  private changing: Promise<unknown> | null = null;

  /** Begins at once where no change is under way. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    while (this.changing !== null) await this.changing;
    const working = work();
    this.inside.add(working);
    try {
      return await working;
    } finally {
      this.inside.delete(working);
    }
  }

  /** `end` is told first, so that what could go on for hours stops. */
  async change<T>(end: () => void, work: () => Promise<T>): Promise<T> {
    while (this.changing !== null) await this.changing;
    const changed = (async () => {
      try {
        end();
        await Promise.allSettled(this.inside);
        return await work();
      } finally {
        this.changing = null;
      }
    })();
    this.changing = changed.catch(() => undefined);
    return changed;
  }
}
