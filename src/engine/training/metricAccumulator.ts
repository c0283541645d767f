import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { isSound } from './metrics';

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
  seen: readonly number[] = [];
  /** What `flaw` was when they were read: 0, or what is no finite number. */
  flaw = 0;
  /** Batches in what was read. */
  counted = 0;
  /** The loss of the first batch, once it was read. */
  first = NaN;
  private total: Tensor | null = null;
  /** The batches behind those that were read and found sound, the oldest first: where the first unsound one is looked for. */
  private recent: Tensor[] = [];
  private forgotten = 0;
  private reading: Promise<void> | null = null;
  private queued = 0;
  private fresh = false;
  private opening: Tensor | null = null;

  /**
   * Reads at most when the pace allows it; null: only at the end. `measureFlaw` gives a scalar that is read along with the
   * sums, so that it costs nothing between.
   */
  constructor(
    private readonly pace: Pace | null,
    private readonly measureFlaw: (() => Tensor) | null = null,
  ) {}

  /** Takes the batch's sums over, to dispose them. */
  add(batch: Tensor): void {
    const before = this.total;
    this.total = before === null ? batch.clone() : tidy(() => before.add(batch));
    if (before === null) this.opening = tidy(() => batch.slice(0, 2));
    before?.dispose();
    this.recent.push(batch);
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
  async finish(): Promise<readonly number[]> {
    await this.reading;
    if (this.total !== null) {
      this.read();
      await this.reading;
    }
    if (this.opening !== null) {
      const [loss, samples] = await this.opening.data();
      this.first = loss! / samples!;
    }
    return this.seen;
  }

  /** The batch, 1 for the first, whose sums are the first that are not sound; null where each one's are. */
  async firstUnsound(): Promise<number | null> {
    for (const [index, batch] of this.recent.entries()) {
      const values = await batch.data();
      if (!isSound(values)) return this.forgotten + index + 1;
    }
    return null;
  }

  private read(): void {
    const total = this.total!;
    const { measureFlaw } = this;
    const copy = tidy(() => (measureFlaw === null ? total.clone() : total.concat(measureFlaw().reshape([1]))));
    const covered = this.recent.length;
    const counted = this.forgotten + covered;
    this.queued = 0;
    this.reading = copy
      .data()
      .then((values) => {
        this.seen = Array.from(values).slice(0, total.size);
        this.flaw = measureFlaw === null ? 0 : values[total.size]!;
        this.counted = counted;
        this.fresh = true;
        if (isSound(this.seen)) this.forget(covered);
      })
      .finally(() => {
        copy.dispose();
        this.reading = null;
      });
    // Whoever awaits sees the failure; one that nobody awaits any more must not end the worker.
    this.reading.catch(() => undefined);
  }

  private forget(count: number): void {
    for (const batch of this.recent.splice(0, count)) batch.dispose();
    this.forgotten += count;
  }

  dispose(): void {
    this.total?.dispose();
    this.total = null;
    this.opening?.dispose();
    this.opening = null;
    this.forget(this.recent.length);
  }
}
