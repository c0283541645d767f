import type { Plan } from '../../../compile/plan';
import type { Interpolation } from '../../../data/photos/photos';
import type { Preprocessing } from '../../../document/training/trainingChoices';
import { type Engine, createEngine } from '../../../engine/client';
import { EngineError, engineTroubleOf } from '../../../engine/protocol/engineError';
import type { BackendName } from '../../../engine/protocol/backendInfo';
import type { EngineTrouble } from '../../../engine/protocol/engineTrouble';
import type { Picture } from '../../../engine/protocol/samples';
import type { WeightData } from '../../../engine/protocol/weights';

/** A model that takes part: its weights, or null where the plan says where they start. */
export interface Contestant {
  readonly id: string;
  readonly plan: Plan;
  readonly weights: WeightData | null;
  readonly seed: number;
  /** How it was shown the photos that it learned from. */
  readonly preparation: { readonly preprocessing: Preprocessing; readonly interpolation: Interpolation };
}

/** How far a model is, and what it said: by picture the values of its first output. */
export interface Contest {
  readonly state: 'waiting' | 'loading' | 'asking' | 'done' | 'failed';
  readonly answers: readonly Float32Array[];
  /** What building the model and loading its weights took; null before. */
  readonly loadSeconds: number | null;
  /** By picture. */
  readonly milliseconds: readonly number[];
  readonly error: EngineTrouble | null;
}

export const notAsked: Contest = {
  state: 'waiting',
  answers: [],
  loadSeconds: null,
  milliseconds: [],
  error: null,
};

interface Comparing {
  readonly models: readonly Contestant[];
  readonly pictures: number;
  /** A picture in the size that a model takes; null where it can no longer be read. */
  readonly picture: (place: number, model: Contestant) => Promise<Picture | null>;
  readonly backend: BackendName | 'auto';
  readonly told: (id: string, contest: Contest) => void;
  readonly signal: AbortSignal;
  readonly start?: () => Engine;
}

/**
 * Asks several models about the same pictures, one model after the other, in a worker of its own, so that the model on the
 * canvas and its weights stay as they are. A model that fails does not stop the others; the signal stops all.
 */
export async function compareModels(comparing: Comparing): Promise<void> {
  const { models, backend, told, signal, start = createEngine } = comparing;
  const engine = start();
  signal.addEventListener('abort', () => engine.dispose());
  try {
    await engine.request({ type: 'backend', force: backend });
    for (const model of models) {
      if (signal.aborted) return;
      await ask(model, engine, comparing);
    }
  } catch (thrown) {
    const error = engineTroubleOf(thrown);
    if (!signal.aborted) for (const { id } of models) told(id, { ...notAsked, state: 'failed', error });
  } finally {
    engine.dispose();
  }
}

async function ask(model: Contestant, engine: Engine, comparing: Comparing): Promise<void> {
  const { pictures, picture, told, signal } = comparing;
  const { id, plan, weights, seed, preparation } = model;
  const about = { project: `comparison ${id}`, plan, seed };
  let contest: Contest = { ...notAsked, state: 'loading' };
  const tell = (change: Partial<Contest>) => {
    contest = { ...contest, ...change };
    if (!signal.aborted) told(id, contest);
  };
  tell({});
  const begun = performance.now();
  try {
    await engine.request({ type: 'load', about, weights });
    tell({ state: 'asking', loadSeconds: (performance.now() - begun) / 1000 });
    for (let place = 0; place < pictures && !signal.aborted; place++) {
      const sample = await picture(place, model);
      if (sample === null) throw new EngineError({ code: 'badImage', data: { name: String(place + 1), detail: '' } });
      const { outputs, milliseconds } = await engine.request({
        type: 'predict',
        about,
        sample,
        layers: [],
        preparation,
      });
      tell({
        answers: [...contest.answers, outputs[0]!.values],
        milliseconds: [...contest.milliseconds, milliseconds],
      });
    }
    tell({ state: 'done' });
  } catch (thrown) {
    tell({ state: 'failed', error: engineTroubleOf(thrown) });
  }
}
