/**
 * Who may use the model, and when: uses go side by side; a change follows the changes before it, waits for the uses under
 * way, and is alone. Uses do not wait for a change that waits itself, or no prediction would come while a run goes on.
 */
export class Turns {
  private readonly uses = new Set<Promise<unknown>>();
  private last: Promise<unknown> = Promise.resolve();
  private changing = false;

  change<T>(work: () => Promise<T>): Promise<T> {
    const changed = this.last.then(async () => {
      while (this.uses.size > 0) await Promise.allSettled(this.uses);
      this.changing = true;
      try {
        return await work();
      } finally {
        this.changing = false;
      }
    });
    this.last = changed.catch(() => undefined);
    return changed;
  }

  /** `work` as a use: at once where all is `ready`, else after the change `prepare`. */
  async use<T>(ready: () => boolean, prepare: () => Promise<void>, work: () => Promise<T>): Promise<T> {
    return !this.changing && ready() ? this.counted(work) : this.changeThenUse(prepare, work);
  }

  /** A use of what a change has made, with no other change between. */
  async changeThenUse<S, T>(change: () => Promise<S>, work: (made: S) => Promise<T>): Promise<T> {
    const { using } = await this.change(async () => {
      const made = await change();
      return { using: this.counted(() => work(made)) };
    });
    return using;
  }

  private counted<T>(work: () => Promise<T>): Promise<T> {
    const using = work();
    const over = () => void this.uses.delete(using);
    this.uses.add(using);
    using.then(over, over);
    return using;
  }
}
