import { EngineError } from '../protocol/engineError';
import type { EngineTrouble } from '../protocol/engineTrouble';

/**
 * Watches a WebGPU device. Invalid shaders and oversized buffers throw nothing there: zeros or stale numbers come back.
 * Whoever reads numbers asks `check` before believing them.
 */
export class Guard {
  private trouble: EngineTrouble | null = null;
  private readonly listeners: (() => void)[] = [];

  /** A guard for this device; without one nothing can go wrong silently. */
  constructor(device: GPUDevice | null) {
    if (device === null) return;
    device.addEventListener('uncapturederror', ({ error }) =>
      this.report({ code: 'gpuError', data: { message: error.message } }),
    );
    void device.lost.then(({ reason, message }) =>
      this.report({ code: 'deviceLost', data: { reason: message === '' ? reason : message } }),
    );
  }

  /** A lost device outweighs the errors that follow from it. */
  private report(error: EngineTrouble): void {
    if (this.trouble === null || error.code === 'deviceLost') this.trouble = error;
    for (const listener of this.listeners) listener();
  }

  get error(): EngineTrouble | null {
    return this.trouble;
  }

  /** A GPU error belongs to the run in which it happened; a lost device stays lost. */
  forgive(): void {
    if (this.trouble?.code === 'gpuError') this.trouble = null;
  }

  /** Throws `EngineError('gpuError' | 'deviceLost')` when something has gone wrong. */
  check(): void {
    if (this.trouble !== null) throw new EngineError(this.trouble);
  }

  /** What `work` gives, if the device was sound all the while; its own error otherwise, or the device's if it has one. */
  async watch<T>(work: Promise<T>): Promise<T> {
    try {
      const result = await work;
      this.check();
      return result;
    } catch (error) {
      // A read-back from a lost device can fail before the loss is reported.
      if (this.trouble === null) await new Promise((resolve) => setTimeout(resolve, 50));
      this.check();
      throw error;
    }
  }
}
