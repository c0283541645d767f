import type { RequestType } from '../protocol/protocol';
import type { SignOfLife } from '../protocol/signOfLife';

/** The worker gives no answer. */
export interface Silence {
  /** What is waited for longest. */
  readonly request: RequestType;
  readonly seconds: number;
  /** `silent`: it says nothing at all; `still`: it lives, but nothing goes on. */
  readonly kind: 'silent' | 'still';
}

/** Seconds without a word that no worker needs, however slow its machine. */
const base = 15;
/** A worker that has said nothing yet may still be on its way from the server. */
const birth = 60;
/** Who has pressed Stop is told sooner that it takes a while. */
const early = 5;
/** Seconds without a step in which a worker that lives is believed to work. */
const standing = 300;

/**
 * Watches over a worker, second by second. Seconds are ticks of the page, not of the clock: a page that sleeps, or is busy
 * itself, hears nothing and is not told that the worker was silent.
 */
export class Watchdog {
  private unheard = 0;
  private unmoved = 0;
  private sign: SignOfLife = { steps: 0, patience: 0 };
  private told: Silence['kind'] | null = null;
  private born = false;

  /** Something came from the worker: a sign of life, or an event or an answer, which are steps. */
  heard(sign: SignOfLife | null): void {
    this.born = true;
    this.unheard = 0;
    if (sign === null || sign.steps !== this.sign.steps) this.unmoved = 0;
    if (sign !== null) this.sign = sign;
  }

  /** A fresh worker begins. */
  begin(): void {
    this.born = false;
  }

  /** Nothing is waited for any more. Is a silence over by that? */
  rest(): boolean {
    const told = this.told !== null;
    this.unheard = 0;
    this.unmoved = 0;
    this.sign = { steps: 0, patience: 0 };
    this.told = null;
    return told;
  }

  /**
   * A second has gone by while `request` is waited for. `ending`: somebody has asked for the end of something. The answer
   * says what to tell: a silence that has begun, null that it is over, `end` that the worker is beyond hope and nobody wants
   * it to go on, undefined nothing new.
   */
  tick(request: RequestType, ending: boolean): Silence | null | 'end' | undefined {
    this.unheard++;
    this.unmoved++;
    const patience = (this.born ? base : birth) + this.sign.patience;
    const hopeless = this.unheard >= patience || this.unmoved >= standing + patience;
    if (hopeless && ending) return 'end';
    const kind = this.kind(patience, ending);
    if (kind === this.told) return undefined;
    this.told = kind;
    return kind && { request, kind, seconds: kind === 'silent' ? this.unheard : this.unmoved };
  }

  private kind(patience: number, ending: boolean): Silence['kind'] | null {
    if (this.unheard >= (ending && this.born ? early : patience)) return 'silent';
    return this.unmoved >= standing + patience ? 'still' : null;
  }
}
