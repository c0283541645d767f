import { type Tensor, tidy } from '@tensorflow/tfjs-core';

/** Says when it is time again: at most 10 times a second, over all epochs of a run: drawing more often costs what training needs. */
export class Pace {
  private last = -Infinity;

  due(): boolean {
    const now = performance.now();
    if (now - this.last < 100) return false;
    this.last = now;
    return true;
  }
}

/**
 * Adds up batch sums on the device and reads them back without stalling: at most one read is under way, started no more
 * often than the screen needs, and awaited only when too many batches have been queued behind it.
 */
export class MetricAccumulator {
  /** The sums as last read. */
  seen: ArrayLike<number> = [];
  private total: Tensor | null = null;
  private reading: Promise<void> | null = null;
  private queued = 0;
  private fresh = false;

  /** Reads at most when the pace allows it; null: only at the end. */
  constructor(private readonly pace: Pace | null) {}

  add(batch: Tensor): void {
    const before = this.total;
    this.total = before === null ? batch : tidy(() => before.add(batch));
    if (before !== null) {
      before.dispose();
      batch.dispose();
    }
    this.queued++;
  }

  /** Reads if it is time; true when there are new numbers. Rejects when the device fails. */
  async look(deepest: number): Promise<boolean> {
    if (this.reading === null && this.pace?.due()) this.read();
    if (this.queued >= deepest && this.reading !== null) await this.reading;
    const { fresh } = this;
    this.fresh = false;
    return fresh;
  }

  /** All sums, once everything queued is done. */
  async finish(): Promise<ArrayLike<number>> {
    await this.reading;
    if (this.total !== null) {
      this.read();
      await this.reading;
    }
    return this.seen;
  }

  private read(): void {
    const copy = this.total!.clone();
    this.queued = 0;
    this.reading = copy
      .data()
      .then((values) => {
        this.seen = Array.from(values);
        this.fresh = true;
      })
      .finally(() => {
        copy.dispose();
        this.reading = null;
      });
    // Whoever awaits sees the failure; one that nobody awaits any more must not end the worker.
    this.reading.catch(() => undefined);
  }

  dispose(): void {
    this.total?.dispose();
    this.total = null;
  }
}
