import type { Run } from '../protocol/run';

/** A run that a closed page cut off is not running any more; results of an older version had no outputs. */
export function settled(stored: Run): Run {
  const { evaluation } = stored;
  const run = evaluation === null || 'outputs' in evaluation ? stored : { ...stored, evaluation: null };
  return run.state === 'running' || run.state === 'paused' ? { ...run, state: 'stopped' } : run;
}
