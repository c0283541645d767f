import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { sums } from './metrics';

/**
 * Adds up batch sums on the device and reads them back without stalling: at most one read is under way, started no more
 * often than the screen needs, and awaited only when too many batches have been queued behind it.
 */
export class Tally {
  /** The sums as last read. */
  seen: ArrayLike<number> = new Float32Array(sums.length);
  private total: Tensor | null = null;
  private reading: Promise<void> | null = null;
  private queued = 0;
  private last = -Infinity;

  /** Milliseconds between two reads at least. */
  constructor(private readonly interval = 60) {}

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
    const before = this.seen;
    if (this.reading === null && performance.now() - this.last >= this.interval) this.read();
    if (this.queued >= deepest && this.reading !== null) await this.reading;
    return this.seen !== before;
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
    this.last = performance.now();
    this.reading = copy
      .data()
      .then((values) => {
        this.seen = Array.from(values);
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
