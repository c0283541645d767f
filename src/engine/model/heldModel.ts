import type { OptimizerChoice } from '../../document/training/trainingChoices';
import type { BackendInUse } from '../backend/backendInUse';
import type { BackendName } from '../protocol/backendInfo';
import { EngineError } from '../protocol/engineError';
import type { Subject, WeightOrigin } from '../protocol/model';
import type { WeightImport } from '../protocol/protocol';
import type { WeightData } from '../protocol/weights';
import type { Surroundings } from '../surroundings';
import { type BuiltModel, buildModel, disposeModel, rebuilt } from './model';
import { initialise, weightData } from './trainableModel';
import { identityOf } from './planIdentity';
import type { OptimizerStart } from './starts/optimizerStart';
import type { PutWeights } from './weightFiles';
import { type ImportedFiles, WeightInitialisation, neverStopped } from './weightInitialisation';

/** Where a model starts: from weights, else from a file that was put into it, else as its plan says. */
interface Start {
  readonly weights: WeightData | null;
  readonly files: ImportedFiles | null;
}

/** The one model in memory. Whoever changes it sees to it that nobody uses it meanwhile. */
export class HeldModel {
  private built: BuiltModel | null = null;
  /** The seed of a model whose first weights are not drawn yet: a file that is put in makes them needless. */
  private undrawn: number | null = null;
  /** Null where its weights are of no use. */
  private project: string | null = null;
  private readonly initialisation: WeightInitialisation;

  constructor(
    surroundings: Surroundings,
    private readonly backend: BackendInUse,
  ) {
    this.initialisation = new WeightInitialisation(surroundings);
  }

  /** Is there one at all? */
  get present(): boolean {
    return this.built !== null;
  }

  /** Is it a model of this project? */
  of(project: string): boolean {
    return this.built !== null && project === this.project;
  }

  /** Has it the layers asked about? They may be frozen otherwise. */
  has({ project, plan }: Subject): boolean {
    const own = this.built?.plan;
    return own !== undefined && this.of(project) && identityOf(own).layers === identityOf(plan).layers;
  }

  /** Is it the model asked about? */
  fits(subject: Subject): boolean {
    return this.has(subject) && identityOf(this.blank().plan).ways === identityOf(subject.plan).ways;
  }

  /** Where a fresh run starts. */
  get origin(): WeightOrigin {
    return this.initialisation.origin(this.blank().plan);
  }

  /** Throws `EngineError('notRunnable')` where there is none. */
  model(): BuiltModel {
    const built = this.blank();
    if (this.undrawn !== null) initialise(built, this.undrawn);
    this.undrawn = null;
    return built;
  }

  /** The model, perhaps without its first weights. */
  private blank(): BuiltModel {
    if (this.built === null) throw new EngineError({ code: 'notRunnable', data: { inputs: 0, outputs: 0 } });
    return this.built;
  }

  /** Takes the weights along to another backend; where that fails the model stays as it is on the former one. */
  async moveTo(force: BackendName | 'auto'): Promise<void> {
    const { built } = this;
    const weights = built && (await weightData(this.model()));
    await this.backend.moving(force, () => {
      if (built === null || weights === null) return;
      this.built = rebuilt(built, weights);
      disposeModel(built);
    });
  }

  /** After a lost device: built again on another, with the weights that were kept. */
  async recover(weights: WeightData, sameKind: boolean): Promise<void> {
    const lost = this.model();
    await this.backend.again(sameKind);
    this.rebuild(lost, weights);
  }

  /** After a lost device, where nothing was kept: there is no model any more. */
  async leave(): Promise<void> {
    await this.backend.again(true);
    this.free();
  }

  /** The same layers, perhaps frozen otherwise, keep their weights. */
  async adapt({ plan }: Subject): Promise<void> {
    this.rebuild({ ...this.blank(), plan }, await weightData(this.model()));
  }

  /** Another model. It is there when all its weights are: until then, and where that fails, there is none. */
  async load({ project, plan, seed }: Subject, { weights, files }: Start, stopped: AbortSignal): Promise<void> {
    this.free();
    const built = buildModel(plan);
    this.initialisation.forget(project, weights, files);
    try {
      if (this.initialisation.origin(plan) === 'drawn') this.undrawn = seed;
      else await this.initialisation.put(built, seed, stopped);
    } catch (error) {
      disposeModel(built);
      throw error;
    }
    built.run.seed = seed;
    this.built = built;
    this.project = project;
  }

  /** The weights that a fresh run starts from; what its optimizer starts from, null where it starts anew. */
  async startAgain(seed: number, optimizer: OptimizerChoice): Promise<OptimizerStart | null> {
    const built = this.blank();
    this.undrawn = null;
    await this.wholly(built, () => this.initialisation.put(built, seed, neverStopped()));
    Object.assign(built.run, { seed, step: 0 });
    return this.initialisation.optimizer(built, optimizer);
  }

  /** Fresh runs start from these files, or as the plan says, no longer from the weights that the model was loaded with. */
  startFrom(files: ImportedFiles | null): void {
    this.initialisation.forget(this.project ?? '', null, files);
  }

  /** There is no model any more, and its weights take no memory. */
  free(): void {
    if (this.built !== null) disposeModel(this.built);
    this.built = null;
    this.undrawn = null;
  }

  /** What it holds belongs to no model: the next one asked about is brought anew. */
  distrust(): void {
    this.project = null;
  }

  /** Training begins. */
  touch(): void {
    this.initialisation.touch(this.model());
  }

  /**
   * A file's weights, all or none. On failure the model gets back what it had, `trained` weights or those that it started
   * from: to keep both at once would take twice the memory.
   */
  async importWeights(given: WeightImport, trained: WeightData | null, stopped: AbortSignal): Promise<PutWeights> {
    const built = this.blank();
    const undrawn = this.undrawn;
    let begun = false;
    try {
      return await this.initialisation.import(built, given, stopped, () => {
        begun = true;
        this.undrawn = null;
      });
    } catch (error) {
      if (begun && undrawn !== null) this.undrawn = undrawn;
      else if (begun) await this.wholly(built, () => this.initialisation.giveBack(built, trained));
      throw error;
    }
  }

  private rebuild(previous: BuiltModel, weights: WeightData): void {
    // First, or both would take their memory at once.
    disposeModel(this.model());
    this.built = rebuilt(previous, weights);
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
}
