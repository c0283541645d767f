import type { OptimizerChoice } from '../../document/training/trainingChoices';
import type { MatchReport } from '../../pretrained/matching/matchReport';
import type { ActiveBackend } from '../backend/backend';
import { BackendInUse } from '../backend/backendInUse';
import { refuseTooLarge, refuseUnbuildable, refuseUnrunnable } from '../backend/limits';
import type { HeadedStore } from '../checkpoints/checkpointHeads';
import type { Snapshot } from '../checkpoints/checkpointer';
import { settled } from '../checkpoints/settledRun';
import type { BackendInfo, BackendName } from '../protocol/backendInfo';
import { cancelledError } from '../protocol/engineError';
import type { ModelState, Subject } from '../protocol/model';
import type { WeightImport } from '../protocol/protocol';
import type { WeightData } from '../protocol/weights';
import type { Surroundings } from '../surroundings';
import { HeldModel } from './heldModel';
import type { Beginning } from './starts/beginning';
import { ImportedStarts } from './starts/importedStarts';
import { storedState } from './starts/storedState';
import type { BuiltModel } from './model';
import { Turns } from './turns';

/** A model with its weights, and the backend it lies on. */
export interface Ready {
  readonly built: BuiltModel;
  readonly active: ActiveBackend;
}

/**
 * The models that requests are about. One is in memory at a time; another takes its place when it is asked about, with
 * what it has learned, with the file that was put into it, or as its plan says. Nobody uses a model while it changes.
 */
export class Models {
  private readonly turns = new Turns();
  readonly backend: BackendInUse;
  private readonly held: HeldModel;
  private readonly starts: ImportedStarts;
  /** What the model in memory has learned. */
  private learned: Snapshot | null = null;
  private readonly checkpoints: HeadedStore;

  constructor(surroundings: Surroundings & { readonly checkpoints: HeadedStore }) {
    this.checkpoints = surroundings.checkpoints;
    this.backend = new BackendInUse(surroundings);
    this.held = new HeldModel(surroundings, this.backend);
    this.starts = new ImportedStarts(surroundings);
  }

  /** `work` that computes with the model, which stays as it is until `work` is done. */
  use: Models['hold'] = async (subject, ...rest) => (refuseUnrunnable(subject.plan), this.hold(subject, ...rest));

  /** `work` with the weights of the model, which stay as they are until `work` is done. */
  hold<T>(subject: Subject, stopped: AbortSignal, work: (ready: Ready) => Promise<T>): Promise<T> {
    const bring = async () => {
      if (stopped.aborted) throw cancelledError();
      await this.bring(subject, stopped);
    };
    return this.turns.use(
      () => !this.backend.lost && this.held.fits(subject),
      bring,
      async () => work(await this.ready()),
    );
  }

  /** `change` alone with the model, and right after it `work` with what it has made, beside others. */
  change<S, T>(
    subject: Subject,
    stopped: AbortSignal,
    change: (ready: Ready) => Promise<S>,
    work: (made: S) => Promise<T>,
  ): Promise<T> {
    return this.turns.changeThenUse(async () => {
      await this.bring(subject, stopped);
      return change(await this.ready());
    }, work);
  }

  /** `work` on the backend, whatever model there is. */
  onBackend<T>(work: (active: ActiveBackend) => Promise<T>): Promise<T> {
    const start = async () => {
      await this.revive();
      await this.backend.get();
    };
    return this.turns.use(
      () => this.backend.started && !this.backend.lost,
      start,
      async () => work(await this.backend.get()),
    );
  }

  useBackend(force: BackendName | 'auto'): Promise<BackendInfo> {
    return this.turns.change(async () => {
      await this.revive();
      if (this.backend.sound(force) === null) await this.held.moveTo(force);
      return (await this.backend.get()).info;
    });
  }

  /** The model with these weights, else as it is. */
  async load(subject: Subject, weights: WeightData | null, stopped: AbortSignal): Promise<void> {
    if (weights === null) await this.hold(subject, stopped, async () => undefined);
    else await this.turns.change(() => this.fetch(subject, weights, stopped));
  }

  /** A file's weights, all or none; fresh runs begin with them from then on. */
  async importWeights(subject: Subject, given: WeightImport, stopped: AbortSignal): Promise<MatchReport> {
    const put = async () => {
      const result = await this.held.importWeights(given, this.learned?.weights ?? null, stopped);
      this.learned = null;
      return result;
    };
    return this.change(subject, stopped, put, async ({ report, places }) => {
      await this.starts.keep(subject, { files: given.files, places }, stopped);
      return report;
    });
  }

  /** Within `change`: what to go on from; null, with fresh weights, where nothing was learned or it is to be learned anew. */
  async begin(seed: number, resume: boolean, optimizer: OptimizerChoice): Promise<Beginning> {
    if (!resume) this.learned = null;
    const started = this.learned === null ? await this.held.startAgain(seed, optimizer) : null;
    this.held.touch();
    return { learned: this.learned, started };
  }

  /** While a run uses the model: it has learned this. */
  learn(snapshot: Snapshot): void {
    this.learned = snapshot;
  }

  /** A run has failed: what was not learned by then is of no use. */
  giveUp(): void {
    if (this.learned === null) this.held.distrust();
  }

  /** While a run uses the model, and its device is lost. */
  async recover(weights: WeightData, sameKind: boolean): Promise<Ready> {
    await this.held.recover(weights, sameKind);
    return this.ready();
  }

  async state(subject: Subject): Promise<ModelState> {
    if (this.held.has(subject)) {
      return { weights: this.learned === null ? this.held.origin : 'trained', run: this.learned?.run ?? null };
    }
    return storedState(subject, this.checkpoints, this.starts);
  }

  /** What is kept of one project is kept of another, too, which it lives on in. */
  copy(from: string, to: string): Promise<void> {
    const held = this.held.of(from) && this.learned && { plan: this.held.model().plan, ...this.learned };
    return this.checkpoints.copy(from, to, held || null);
  }

  /** Nothing is kept of the project any more. */
  async forget(project: string): Promise<void> {
    await this.checkpoints.forget(project, null);
    if (this.held.of(project)) await this.turns.change(async () => this.held.free());
  }

  /** Frees the model; it is brought again when it is asked about. */
  free(): void {
    this.held.free();
  }

  /** Where the device was lost while nothing was trained: another, with what the model has learned; else it is brought anew. */
  private async revive(): Promise<void> {
    if (!this.backend.lost) return;
    if (this.learned !== null && this.held.present) await this.held.recover(this.learned.weights, true);
    else await this.held.leave();
  }

  private async ready(): Promise<Ready> {
    return { built: this.held.model(), active: await this.backend.get() };
  }

  private async bring(subject: Subject, stopped: AbortSignal): Promise<void> {
    await this.revive();
    if (this.held.fits(subject)) return;
    if (this.held.has(subject)) await this.held.adapt(subject);
    else await this.fetch(subject, null, stopped);
  }

  private async fetch(subject: Subject, given: WeightData | null, stopped: AbortSignal): Promise<void> {
    const { project, plan, seed } = subject;
    if (stopped.aborted) throw cancelledError();
    refuseUnbuildable(plan);
    refuseTooLarge(plan, await this.backend.get(), 1, null);
    const kept = given === null ? await this.checkpoints.fitting(project, plan) : null;
    const files = given === null ? await this.starts.filesFor(subject, kept === null) : null;
    const weights = kept === null ? given : { ...kept.still.weights, ...kept.weights };
    const start = { weights, files: weights === null ? files : null };
    this.learned = null;
    await this.held.load({ project, plan, seed: kept?.run.training.seed ?? seed }, start, stopped);
    if (kept === null || weights === null) return;
    this.held.startFrom(files);
    this.held.model().run.step = kept.steps;
    this.learned = { run: settled(kept.run), weights, optimizer: kept.optimizer, steps: kept.steps };
  }
}
