import type { Run, RunStage } from '../../engine/protocol/run';

/** Stages that a run was continued for. */
export const laterStages = ({ stages = [] }: Run): readonly RunStage[] => stages.filter(({ after }) => after > 0);

/** Was more trained in this stage than in the one before: has what was frozen been thawed? */
export function isFineTuning({ stages = [] }: Run, stage: RunStage): boolean {
  const before = stages[stages.indexOf(stage) - 1];
  return before !== undefined && stage.trained > before.trained;
}

/**
 * Is training meant to go on from what a run has learned? It is once more is trained than the run began with: whoever thaws
 * layers under a trained head fine-tunes them. `trainable`: numbers that training changes now.
 */
export function goesOn(run: Run | null, trainable: number): run is Run {
  const [first] = run?.stages ?? [];
  return first !== undefined && run !== null && run.epochs.length > 0 && trainable > first.trained;
}
