import type { Run } from '../../../../engine/protocol/run';

/** How often a dataset's test was used in the runs that are kept, the shown one among them. */
export function testUses(runs: readonly Run[], shown: Run): number {
  const all = [shown, ...runs.filter(({ id }) => id !== shown.id)];
  return all
    .filter(({ training }) => training.dataset === shown.training.dataset)
    .reduce((sum, { tested = 0 }) => sum + tested, 0);
}
