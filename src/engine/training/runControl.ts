/** The hand on a run: pause, go on, stop; the run looks at it between batches. */
export class RunControl {
  private waiting: (() => void)[] = [];
  private held = false;
  private ended = false;
  /** Milliseconds spent paused. */
  pausedFor = 0;

  get paused(): boolean {
    return this.held && !this.ended;
  }

  get stopped(): boolean {
    return this.ended;
  }

  pause(): void {
    this.held = true;
  }

  resume(): void {
    this.held = false;
    this.release();
  }

  stop(): void {
    this.ended = true;
    this.release();
  }

  /** Passes at once unless the run is paused. */
  async gate(): Promise<void> {
    if (!this.paused) return;
    const since = performance.now();
    while (this.paused) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.pausedFor += performance.now() - since;
  }

  private release(): void {
    for (const go of this.waiting.splice(0)) go();
  }
}
