import type { Training } from '../../document/training';
import type { Run } from '../protocol/run';
import type { ActiveBackend } from '../backend/backend';
import type { Task } from './task';

interface Starting {
  readonly task: Task;
  readonly active: ActiveBackend;
  readonly learned: { readonly run: Run } | null;
}

/** The run at its start: a new one, or the one before that goes on. */
export const runFor = ({ task, active, learned }: Starting, training: Training): Run => ({
  id: learned?.run.id ?? crypto.randomUUID(),
  started: learned?.run.started ?? new Date().toISOString(),
  training,
  loss: task.heads.map(({ loss }) => loss).join(', '),
  backend: active.info.name,
  epochs: learned?.run.epochs ?? [],
  state: 'running',
  evaluation: null,
});
