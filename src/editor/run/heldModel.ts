import { fingerprint } from '../../compile/fingerprint';
import type { Plan } from '../../compile/plan';
import type { Engine } from '../../engine/client';
import { flatPlan } from '../../engine/model/flatPlan';
import type { BackendName } from '../../engine/protocol/backendInfo';
import type { Run } from '../../engine/protocol/run';

interface Parts {
  readonly engine: Engine;
  backend(): BackendName | 'auto';
  project(): string;
  plan(): Plan;
  seed(): number;
  /** A checkpoint fitted: its run, and the fingerprint of the model. */
  restored(run: Run, fingerprint: string): void;
}

/** The model on the canvas as the worker holds it. */
export interface HeldModel {
  /** The worker's backend, once per worker. */
  ensureBackend(): Promise<void>;
  /** The model on the canvas in the worker: as it is there, from a checkpoint that fits, or with fresh weights. */
  ensure(): Promise<void>;
  /** The worker may no longer hold it. */
  forget(): void;
}

/** Names of the layers that training leaves alone: they do not change the fingerprint, but the model must know. */
const frozen = (plan: Plan) =>
  flatPlan(plan)
    .steps.flatMap(({ path, trainable }) => (trainable ? [] : [path]))
    .join('\n');

export function heldModel({ engine, backend, project, plan, seed, restored }: Parts): HeldModel {
  /** The worker whose backend has been chosen. */
  let started = 0;
  /** The choice that is under way. */
  let choosing: Promise<void> | null = null;
  let held: { generation: number; project: string; fingerprint: string; frozen: string } | null = null;

  const ensureBackend = async () => {
    if (started > 0 && started === engine.generation()) return;
    // Opening a project and pressing Train at once must not start a backend twice: the second start fails.
    choosing ??= engine
      .request({ type: 'backend', force: backend() })
      .then(() => {
        started = engine.generation();
      })
      .finally(() => {
        choosing = null;
      });
    await choosing;
  };
  const bring = async () => {
    const [wanted, own] = [plan(), project()];
    const print = fingerprint(wanted);
    const hold = () => {
      held = { generation: engine.generation(), project: own, fingerprint: print, frozen: frozen(wanted) };
    };
    const there = held?.generation === engine.generation() && held.project === own && held.fingerprint === print;
    if (there && held!.frozen === frozen(wanted)) return;
    await ensureBackend();
    const run = there ? null : await engine.request({ type: 'restore', project: own, plan: wanted });
    if (run === null) await engine.request({ type: 'load', plan: wanted, project: own, seed: seed(), weights: null });
    hold();
    if (run !== null) restored(run, print);
  };
  /** One after the other: a second load would cancel the first, and what waits for it. */
  let bringing: Promise<unknown> = Promise.resolve();
  return {
    ensureBackend,
    ensure() {
      const brought = bringing.then(bring);
      bringing = brought.catch(() => undefined);
      return brought;
    },
    forget() {
      held = null;
    },
  };
}
