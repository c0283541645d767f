import { type LossName, lossRecord } from '../../document/training/losses';

/** No loss of scaled values is as large. */
const absurdFrom = 1e6;

/** Is the total of such losses a number that says nothing? Percentages of right answers near 0 are large whatever the model says. */
export function isAbsurd(total: number, losses: readonly LossName[]): boolean {
  return total >= absurdFrom && !losses.some((loss) => lossRecord(loss).scale === 'percent');
}
