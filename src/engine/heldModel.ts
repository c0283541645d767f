import { fingerprint } from '../compile/fingerprint';
import type { Plan } from '../compile/plan';
import type { NamedBlob } from '../formats/weights/weightFile';
import type { MatchReport } from '../pretrained/matchReport';
import { type ActiveBackend, restartWebgpu, selectBackend } from './backend';
import { Beginning } from './beginning';
import { EngineFailure } from './failure';
import { refuseTooLarge, refuseUnrunnable } from './limits';
import { type BuiltModel, buildModel, disposeModel, setWeights, weightData } from './model';
import type { BackendName, WeightData } from './protocol';
import type { Surroundings } from './surroundings';

/** The one model of a session, on the backend in use. */
export class HeldModel {
  private active: ActiveBackend | null = null;
  private force: BackendName | 'auto' = 'auto';
  private built: BuiltModel | null = null;
  private project = '';
  private readonly beginning: Beginning;
  /** Loads under way follow each other; a newer one cancels those before. */
  private loading: Promise<unknown> = Promise.resolve();
  private loads = 0;

  constructor(private readonly surroundings: Surroundings) {
    this.beginning = new Beginning(surroundings);
  }

  async backend(): Promise<ActiveBackend> {
    return this.active ?? this.use(this.force);
  }

  /** Throws `EngineFailure('notRunnable')` where there is none. */
  model(): BuiltModel {
    if (this.built === null) throw new EngineFailure({ code: 'notRunnable', data: { inputs: 0, outputs: 0 } });
    return this.built;
  }

  /** Takes the weights along when the backend changes. */
  async use(force: BackendName | 'auto'): Promise<ActiveBackend> {
    const previous = this.built;
    const weights = previous === null ? null : await weightData(previous);
    const active = await selectBackend(force, this.surroundings.wasmFiles);
    this.force = force;
    this.adopt(active);
    if (previous !== null && weights !== null) this.rebuild(previous, weights);
    return active;
  }

  /** After a lost device: WebGPU anew, else the next backend; the model is built again with the weights that were kept. */
  async recover(weights: WeightData): Promise<ActiveBackend> {
    const lost = this.model();
    const again = await restartWebgpu(this.force === 'webgpu' ? 'forced' : 'deviceLost');
    const active = again ?? (await selectBackend('auto', this.surroundings.wasmFiles, 'deviceLost'));
    this.adopt(active);
    this.rebuild(lost, weights);
    return active;
  }

  /** True when it is another model now; the same layers, perhaps frozen otherwise, keep their weights. */
  async load(plan: Plan, project: string, seed: number, weights: WeightData | null): Promise<boolean> {
    const previous = this.built;
    const same = previous !== null && project === this.project && fingerprint(previous.plan) === fingerprint(plan);
    if (same && weights === null) {
      this.rebuild({ ...previous, plan }, await weightData(previous));
      return false;
    }
    await this.inTurn((cancelled) => this.loadFresh(plan, seed, weights, cancelled));
    this.project = project;
    return true;
  }

  /** The weights that a fresh run starts from. */
  async startAgain(seed: number): Promise<void> {
    const built = this.model();
    try {
      await this.inTurn(() => this.beginning.put(built, seed, () => false));
    } catch (error) {
      // Half of its weights are new: it is no model any more.
      disposeModel(built);
      this.built = null;
      throw error;
    }
    Object.assign(built.run, { seed, step: 0 });
  }

  free(): void {
    if (this.built !== null) disposeModel(this.built);
    this.built = null;
  }

  /** Fresh runs no longer start from the weights that the model was loaded with. */
  startFromPlan(): void {
    this.beginning.forget(null);
  }

  /** Training begins. */
  touch(): void {
    this.beginning.touch(this.model());
  }

  async importWeights(files: readonly NamedBlob[]): Promise<MatchReport> {
    await this.backend();
    return this.inTurn((cancelled) => this.beginning.import(this.model(), files, cancelled));
  }

  /** Ends what is being loaded. */
  cancel(): void {
    this.loads++;
  }

  private adopt(active: ActiveBackend): void {
    this.active = active;
    this.surroundings.emit({ type: 'backend', backend: active.info });
  }

  private rebuild(previous: BuiltModel, weights: WeightData): void {
    disposeModel(this.model());
    const fresh = buildModel(previous.plan);
    Object.assign(fresh.run, previous.run);
    setWeights(fresh, weights);
    this.built = fresh;
  }

  /** The model is there when all its weights are: until then, and where that fails, there is none. */
  private async loadFresh(plan: Plan, seed: number, weights: WeightData | null, cancelled: () => boolean) {
    refuseUnrunnable(plan);
    refuseTooLarge(plan, await this.backend(), 1, null);
    this.free();
    const built = buildModel(plan);
    this.beginning.forget(weights);
    try {
      await this.beginning.put(built, seed, cancelled);
    } catch (error) {
      disposeModel(built);
      throw error;
    }
    built.run.seed = seed;
    this.built = built;
  }

  /** One after the other; the work is told when something newer wants its place. */
  private inTurn<T>(work: (cancelled: () => boolean) => Promise<T>): Promise<T> {
    const turn = ++this.loads;
    const result = this.loading.then(() => work(() => turn !== this.loads));
    this.loading = result.catch(() => undefined);
    return result;
  }
}
