import type { RunControl } from './runControl';

/** Images per second over the last moments, paused time left out. */
export class Speed {
  private images = 0;
  private since: number;
  private rate: number | null = null;

  constructor(private readonly control: RunControl) {
    this.since = this.now();
  }

  private now = () => performance.now() - this.control.pausedFor;

  count(images: number): void {
    this.images += images;
  }

  /** Smoothed, and measured anew since the last call. */
  perSecond(): number {
    const seconds = (this.now() - this.since) / 1000;
    if (seconds > 0.02 || this.rate === null) {
      const fresh = this.images / Math.max(seconds, 1e-3);
      this.rate = this.rate === null ? fresh : this.rate * 0.7 + fresh * 0.3;
      this.images = 0;
      this.since = this.now();
    }
    return this.rate;
  }

  /** How many batches may be queued before a read is awaited: few where one takes long, so that a pause comes soon. */
  get depth(): number {
    return this.rate !== null && this.rate > 2000 ? 8 : 2;
  }
}
