import { memory } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import { chosenTrouble } from '../pretrained/verifyChosen';
import { withHeads } from './checkpoints/checkpointHeads';
import { settled } from './checkpoints/settledRun';
import { FeatureMemory } from './features/featureRows';
import { augmented } from './input/augmented';
import { weightData } from './model/trainableModel';
import { Models } from './model/models';
import { told } from './model/openFiles';
import { readContents } from './model/readContents';
import { glimpse } from './prediction/glimpse';
import { gradCam } from './prediction/gradCam';
import { predict } from './prediction/predict';
import { predictMany } from './prediction/predictMany';
import type { BackendName } from './protocol/backendInfo';
import { EngineError } from './protocol/engineError';
import type { Answer, Ends, Handlers, Request, RequestType } from './protocol/protocol';
import type { Share } from './protocol/share';
import type { Surroundings } from './surroundings';
import { Trainings } from './training/trainings';

/** The engine itself: everything the worker answers is done here. */
export class EngineSession {
  private readonly models: Models;
  private readonly trainings: Trainings;
  private readonly handlers: Handlers;
  private stopping = new AbortController();

  constructor(given: Surroundings) {
    const checkpoints = withHeads(given.checkpoints, (project) =>
      given.emit({ type: 'warning', error: { code: 'weightsDamaged', data: {} }, project, runId: null }),
    );
    const surroundings = { ...given, checkpoints };
    const features = { memory: new FeatureMemory(), disk: given.featureDisk ?? null };
    const models = new Models(surroundings);
    const trainings = new Trainings(surroundings, models, features);
    const predicted = (
      { about, sample, layers, preparation }: Request<'predict'> | Request<'probe'>,
      { stopped }: Ends,
    ) => models.use(about, stopped, ({ built, active }) => predict(built, sample, layers, active.guard, preparation));
    this.models = models;
    this.trainings = trainings;
    this.handlers = {
      async backend({ force }) {
        trainings.stop();
        return models.useBackend(force);
      },
      async load({ about, weights }, { stopped }) {
        const begun = performance.now();
        if (weights !== null) await trainings.end();
        await models.load(about, weights, stopped);
        return { parameters: about.plan.totals.parameters, milliseconds: performance.now() - begun };
      },
      model: ({ about }) => models.state(about),
      train: (request, ends) => trainings.train(request, ends),
      pause: async () => (trainings.pause(), null),
      resume: async () => (trainings.resume(), null),
      stop: async () => {
        trainings.stop();
        this.stopping.abort();
        this.stopping = new AbortController();
        return null;
      },
      evaluate: (request, ends) => trainings.evaluate(request, ends),
      test: (request, ends) => trainings.test(request, ends),
      importance: (request, ends) => trainings.importance(request, ends),
      linear: (request, ends) => trainings.linear(request, ends),
      predict: predicted,
      probe: predicted,
      glimpse: ({ about, sample, layers, preparation }, { stopped }) =>
        models.use(about, stopped, ({ built, active }) =>
          glimpse(built, { sample, layers, preparation }, active.guard),
        ),
      predictMany: ({ about, samples, preparation }, { stopped, cancelled }) =>
        models.use(about, stopped, ({ built, active }) =>
          predictMany(built, samples, preparation, active.guard, {
            progress: (share) => surroundings.emit({ type: 'many', ...share, project: about.project, runId: null }),
            cancelled: () => cancelled.aborted,
          }),
        ),
      gradCam: (request, { stopped }) =>
        models.use(request.about, stopped, ({ built, active }) => gradCam(built, request, active.guard)),
      augmented: (request) => models.onBackend(({ guard }) => augmented(request, guard)),
      weights: ({ about }, { stopped }) => models.hold(about, stopped, ({ built }) => weightData(built)),
      async importWeights({ about, files, byOrder = false }, { stopped, cancelled }) {
        await trainings.end();
        return models.importWeights(about, { files, byOrder }, AbortSignal.any([stopped, cancelled]));
      },
      async save({ about, format, document }, { stopped, cancelled }) {
        if ((await models.state(about)).weights === 'drawn') throw new EngineError({ code: 'notTrained', data: {} });
        const weights = await models.hold(about, stopped, ({ built }) => weightData(built));
        const { project } = about;
        const progress = (share: Share) => surroundings.emit({ type: 'saving', ...share, project, runId: null });
        // Rarely needed: it is fetched when it is.
        const { savedModel } = await import('./model/savedModel');
        return savedModel({ plan: about.plan, weights, document }, format, { progress, cancelled });
      },
      checkWeights: ({ plan, files }, { stopped }) =>
        chosenTrouble(files, plan, surroundings.openSaved, stopped).catch((error: unknown) => {
          throw told(error, stopped);
        }),
      savedContents: ({ files }, { stopped, cancelled }) =>
        readContents(surroundings, files, AbortSignal.any([stopped, cancelled])),
      async runs({ project }) {
        const runs = await checkpoints.runs(project);
        return trainings.of(project) ? runs : runs.map(settled);
      },
      async forget({ project, run }) {
        await (run === null ? models.forget(project) : checkpoints.forget(project, run));
        return null;
      },
      remember: async ({ project, run }) => (await checkpoints.saveRun(project, run), null),
      copy: async ({ from, to }) => (await models.copy(from, to), null),
      kept: () => checkpoints.projects(),
      memory: async () => ({ tensors: memory().numTensors, bytes: memory().numBytes }),
    };
  }

  /** Rejects with `EngineError`, or whatever went wrong. */
  async handle<T extends RequestType>(
    request: Request<T>,
    cancelled: AbortSignal = new AbortController().signal,
  ): Promise<Answer<T>> {
    return (this.handlers[request.type] as Handlers[T])(request, { cancelled, stopped: this.stopping.signal });
  }

  /** Does a run wait for somebody to let it go on? */
  get paused(): boolean {
    return this.trainings.paused;
  }

  /** Null until a backend is in use. */
  get backendName(): BackendName | null {
    return this.models.backend.name;
  }

  /** Frees the model; another can be loaded then. */
  free(): void {
    this.models.free();
  }
}
