import { type LossName, lossRecord, losses } from '../document/training/losses';
import type { TargetFacts } from './dataset';

/** Does an output judged by this loss tell classes apart, so that accuracy and a confusion matrix mean something? */
export function tellsClasses(loss: LossName, units: number, target: TargetFacts): boolean {
  if (target.kind === 'numbers') return false;
  return lossRecord(loss).kind !== 'numbers' || units > 1;
}

/** How a target becomes a row that the loss compares with: the numbers themselves, one-hot, −1 and 1, or the class number. */
export type Targets = 'numbers' | 'oneHot' | 'plusMinus' | 'number';

/** Targets that fit loss and number of outputs, or null when they cannot be compared. */
export function targetsFor(loss: LossName, units: number, target: TargetFacts): Targets | null {
  const { kind } = lossRecord(loss);
  if (target.kind === 'numbers') return units === target.units && kind === 'numbers' ? 'numbers' : null;
  if (units === 1) {
    if (kind === 'oneOfSeveral') return null;
    if (kind !== 'numbers' && target.classes > 2) return null;
    return kind === 'sides' ? 'plusMinus' : 'number';
  }
  if (units < target.classes) return null;
  return kind === 'sides' ? 'plusMinus' : 'oneHot';
}

/** The losses that can compare so many outputs with these targets; all where nobody knows, or where none can. */
export function lossesFor(units: number | null, target: TargetFacts | null): readonly LossName[] {
  if (units === null || target === null) return losses;
  const fitting = losses.filter((loss) => targetsFor(loss, units, target) !== null);
  return fitting.length > 0 ? fitting : losses;
}

/** The loss that is taken for such targets where nothing else is said. */
export const usualLoss = (units: number, target: TargetFacts): LossName =>
  target.kind === 'numbers' ? 'meanSquaredError' : units === 1 ? 'binaryCrossentropy' : 'sparseCategoricalCrossentropy';
