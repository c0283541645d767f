import type { Guard } from '../backend/guard';
import { EngineError } from '../protocol/engineError';

/** Losses without an epoch between them after which WebGPU is not tried again in a run: the epoch is longer than it lasts. */
const mostInARow = 5;

/** The devices that a run has lost. */
export class LostDevices {
  private inARow = 0;
  private epochs = -1;
  private all = 0;

  get count(): number {
    return this.all;
  }

  /** One more, with so many epochs kept: is a device of the same kind worth another try? */
  lose(epochs: number): boolean {
    this.inARow = epochs === this.epochs ? this.inARow + 1 : 1;
    this.epochs = epochs;
    this.all++;
    return this.inARow <= mostInARow;
  }
}

interface Surviving<T> {
  /** Of the device in use. */
  guard(): Guard;
  work(): Promise<T>;
  /** Brings another device, and onto it what was kept. */
  replace(lost: LostDevices, reason: string): Promise<void>;
}

/** Does the work to its end, on whatever device there is. Whatever fails on a lost device fails because it is lost. */
export async function onSoundDevices<T>({ guard, work, replace }: Surviving<T>): Promise<T> {
  const lost = new LostDevices();
  let reason: string | null = null;
  for (;;) {
    try {
      if (reason !== null) await replace(lost, reason);
      reason = null;
      return await guard().watch(work());
    } catch (error) {
      if (!(error instanceof EngineError) || error.error.code !== 'deviceLost') throw error;
      ({ reason } = error.error.data);
    }
  }
}
