import type { BackendName } from '../protocol/backendInfo';
import type { Surroundings } from '../surroundings';
import { type ActiveBackend, restartWebgpu, returnTo, selectBackend } from './backend';

/** The one backend of a session, started when it is first needed. */
export class BackendInUse {
  private active: ActiveBackend | null = null;
  private force: BackendName | 'auto' = 'auto';

  constructor(private readonly surroundings: Pick<Surroundings, 'wasmFiles' | 'emit'>) {}

  get started(): boolean {
    return this.active !== null;
  }

  async get(): Promise<ActiveBackend> {
    return this.active ?? this.choose(this.force);
  }

  /** Throws `EngineError('backendUnavailable')`; the one in use stays then. */
  async choose(force: BackendName | 'auto'): Promise<ActiveBackend> {
    const { active: before } = this;
    // Where none is in use, none but this one is taken later.
    if (before === null) this.force = force;
    try {
      const active = await selectBackend(force, this.surroundings.wasmFiles);
      this.force = force;
      return this.adopt(active);
    } catch (error) {
      if (before !== null) await returnTo(before.info.name);
      throw error;
    }
  }

  /** Takes another one for `move`; where that fails the former one is in use as before. */
  async moving(force: BackendName | 'auto', move: () => void): Promise<void> {
    const { active: before, force: forced } = this;
    await this.choose(force);
    try {
      move();
    } catch (error) {
      if (before !== null) {
        await returnTo(before.info.name);
        this.force = forced;
        this.adopt(before);
      }
      throw error;
    }
  }

  /** The one in use, where it is what `force` asks for and has not been lost. */
  sound(force: BackendName | 'auto'): ActiveBackend | null {
    return this.force === force && this.active?.guard.error?.code !== 'deviceLost' ? this.active : null;
  }

  /** After a lost device: WebGPU anew where it is wanted, else the next backend. */
  async again(sameKind: boolean): Promise<ActiveBackend> {
    const fresh = sameKind ? await restartWebgpu(this.force === 'webgpu' ? 'forced' : 'deviceLost') : null;
    return this.adopt(fresh ?? (await selectBackend('auto', this.surroundings.wasmFiles, 'deviceLost')));
  }

  get name(): BackendName | null {
    return this.active?.info.name ?? null;
  }

  /** Has the device in use been lost? */
  get lost(): boolean {
    return this.active?.guard.error?.code === 'deviceLost';
  }

  private adopt(active: ActiveBackend): ActiveBackend {
    this.active = active;
    this.surroundings.emit({ type: 'backend', backend: active.info });
    return active;
  }
}
