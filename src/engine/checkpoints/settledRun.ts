import { looksLike } from '../../storage/looksLike';
import type { Run } from '../protocol/run';
import { stagesForm } from './storedForms';

/** A run that a closed page cut off is not running any more; results of an older version had no outputs. */
export function settled(stored: Run): Run {
  const { evaluation } = stored;
  const { stages, ...bare } = evaluation === null || 'outputs' in evaluation ? stored : { ...stored, evaluation: null };
  // Earlier versions had none; what is damaged is none either.
  const run: Run = looksLike(stages, stagesForm) ? { ...bare, stages: stages! } : bare;
  return run.state === 'running' || run.state === 'paused' ? { ...run, state: 'stopped' } : run;
}
