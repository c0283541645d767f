import type { Training } from '../../document/training';
import type { Run, RunStage } from '../protocol/run';
import type { ActiveBackend } from '../backend/backend';
import type { PlanTask } from './taskFor';

interface Starting {
  readonly task: Pick<PlanTask, 'built' | 'heads'>;
  readonly active: ActiveBackend;
  readonly learned: { readonly run: Run } | null;
}

/** What was trained until now, and what is from here on. */
function stagesOf({ task, learned }: Starting): readonly RunStage[] {
  const after = learned?.run.epochs.length ?? 0;
  const before = (learned?.run.stages ?? []).filter((stage) => stage.after < after);
  return [...before, { after, trained: task.built.plan.totals.trainable }];
}

/** Epochs before what is trained now: until then other layers were frozen. */
export function begunAt({ stages = [] }: Pick<Run, 'stages'>): number {
  const last = stages.findLast(({ trained }, at) => trained !== stages[at - 1]?.trained);
  return last?.after ?? 0;
}

/** The run at its start: a new one, or the one before that goes on. */
export function runFor(starting: Starting, training: Training): Run {
  const { task, active, learned } = starting;
  return {
    id: learned?.run.id ?? crypto.randomUUID(),
    started: learned?.run.started ?? new Date().toISOString(),
    training,
    loss: task.heads.map(({ loss }) => loss).join(', '),
    backend: active.info.name,
    epochs: learned?.run.epochs ?? [],
    state: 'running',
    evaluation: null,
    stages: stagesOf(starting),
    ...(learned?.run.tested !== undefined && { tested: learned.run.tested }),
  };
}
