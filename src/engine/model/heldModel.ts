import { fingerprint } from '../../compile/fingerprint';
import type { Plan } from '../../compile/plan';
import type { NamedBlob } from '../../formats/weights/weightFile';
import type { MatchReport } from '../../pretrained/matching/matchReport';
import { type ActiveBackend, restartWebgpu, selectBackend } from '../backend/backend';
import { WeightInitialisation } from './weightInitialisation';
import { EngineFailure } from '../protocol/failure';
import { refuseTooLarge, refuseUnrunnable } from '../backend/limits';
import { type BuiltModel, buildModel, disposeModel, initialise, setWeights, weightData } from './model';
import type { BackendName } from '../protocol/backendInfo';
import type { WeightData } from '../protocol/weights';
import type { Surroundings } from '../surroundings';

/** Where a model starts: from weights, else from a file that was put into it, else as its plan says. */
interface Start {
  readonly weights: WeightData | null;
  files(): Promise<readonly NamedBlob[] | null>;
}

/** The one model of a session, on the backend in use. */
export class HeldModel {
  private active: ActiveBackend | null = null;
  private force: BackendName | 'auto' = 'auto';
  private built: BuiltModel | null = null;
  /** The seed of a model whose first weights are not drawn yet: a file that is put in makes them needless. */
  private undrawn: number | null = null;
  private project = '';
  private readonly initialisation: WeightInitialisation;
  /** Loads under way follow each other; a newer one cancels those before. */
  private loading: Promise<unknown> = Promise.resolve();
  private loads = 0;

  constructor(private readonly surroundings: Surroundings) {
    this.initialisation = new WeightInitialisation(surroundings);
  }

  async backend(): Promise<ActiveBackend> {
    return this.active ?? this.use(this.force);
  }

  /** Throws `EngineFailure('notRunnable')` where there is none. */
  model(): BuiltModel {
    const built = this.blank();
    if (this.undrawn !== null) initialise(built, this.undrawn);
    this.undrawn = null;
    return built;
  }

  /** The model, perhaps without its first weights. */
  private blank(): BuiltModel {
    if (this.built === null) throw new EngineFailure({ code: 'notRunnable', data: { inputs: 0, outputs: 0 } });
    return this.built;
  }

  /** Takes the weights along when the backend changes. */
  async use(force: BackendName | 'auto'): Promise<ActiveBackend> {
    const previous = this.built && this.model();
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
  async load(plan: Plan, project: string, seed: number, start: Start): Promise<boolean> {
    const previous = this.built;
    const same = previous !== null && project === this.project && fingerprint(previous.plan) === fingerprint(plan);
    if (same && start.weights === null) {
      this.rebuild({ ...previous, plan }, await weightData(this.model()));
      return false;
    }
    await this.queued((cancelled) => this.loadFresh(plan, seed, start, cancelled));
    this.project = project;
    return true;
  }

  /** The weights that a fresh run starts from. */
  async startAgain(seed: number): Promise<void> {
    const built = this.blank();
    this.undrawn = null;
    await this.queued(() => this.wholly(built, () => this.initialisation.put(built, seed, () => false)));
    Object.assign(built.run, { seed, step: 0 });
  }

  /** Fresh runs start from these files, or as the plan says, no longer from the weights that the model was loaded with. */
  startFrom(files: readonly NamedBlob[] | null): void {
    this.initialisation.forget(null, files);
  }

  /** There is no model any more, and its weights take no memory. */
  free(): void {
    if (this.built !== null) disposeModel(this.built);
    this.built = null;
    this.undrawn = null;
  }

  /** Training begins. */
  touch(): void {
    this.initialisation.touch(this.model());
  }

  /**
   * A file's weights, all or none. On failure the model gets back what it had, `trained` weights or those that it started
   * from: to keep both at once would take twice the memory.
   */
  async importWeights(files: readonly NamedBlob[], trained: WeightData | null): Promise<MatchReport> {
    await this.backend();
    return this.queued(async (cancelled) => {
      const built = this.blank();
      const undrawn = this.undrawn;
      let begun = false;
      try {
        return await this.initialisation.import(built, files, cancelled, () => {
          begun = true;
          this.undrawn = null;
        });
      } catch (error) {
        if (begun && undrawn !== null) this.undrawn = undrawn;
        else if (begun) await this.wholly(built, () => this.initialisation.giveBack(built, trained));
        throw error;
      }
    });
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

  /** Changes the weights. Where that fails half of them are new, and it is no model any more. */
  private async wholly(built: BuiltModel, change: () => Promise<void>): Promise<void> {
    try {
      await change();
    } catch (error) {
      disposeModel(built);
      this.built = null;
      throw error;
    }
  }

  /** The model is there when all its weights are: until then, and where that fails, there is none. */
  private async loadFresh(plan: Plan, seed: number, { weights, files }: Start, cancelled: () => boolean) {
    refuseUnrunnable(plan);
    refuseTooLarge(plan, await this.backend(), 1, null);
    this.free();
    const imported = weights === null ? await files() : null;
    const built = buildModel(plan);
    this.initialisation.forget(weights, imported);
    try {
      if (this.initialisation.drawn(plan)) this.undrawn = seed;
      else await this.initialisation.put(built, seed, cancelled);
    } catch (error) {
      disposeModel(built);
      throw error;
    }
    built.run.seed = seed;
    this.built = built;
  }

  /** One after the other; the work is told when something newer wants its place. */
  private queued<T>(work: (cancelled: () => boolean) => Promise<T>): Promise<T> {
    const turn = ++this.loads;
    const result = this.loading.then(() => work(() => turn !== this.loads));
    this.loading = result.catch(() => undefined);
    return result;
  }
}
