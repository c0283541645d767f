import type { TargetFacts } from './dataset';

const classLosses: readonly string[] = [
  'categoricalCrossentropy',
  'sparseCategoricalCrossentropy',
  'categoricalHinge',
  'kullbackLeiblerDivergence',
];

/** Does an output judged by this loss tell classes apart, so that accuracy and a confusion matrix mean something? */
export function tellsClasses(name: string, units: number, target: TargetFacts): boolean {
  if (target.kind === 'numbers') return false;
  return (
    classLosses.includes(name) || name === 'binaryCrossentropy' || name.toLowerCase().endsWith('hinge') || units > 1
  );
}

/** How a target becomes a row that the loss compares with: the numbers themselves, one-hot, −1 and 1, or the class number. */
export type Targets = 'numbers' | 'oneHot' | 'plusMinus' | 'number';

/** Targets that fit loss and number of outputs, or null when they cannot be compared. */
export function targetsFor(name: string, units: number, target: TargetFacts): Targets | null {
  if (target.kind === 'numbers') {
    const compares = !classLosses.includes(name) && name !== 'binaryCrossentropy' && !name.endsWith('inge');
    return units === target.units && compares ? 'numbers' : null;
  }
  const hinge = name === 'hinge' || name === 'squaredHinge';
  if (units === 1) {
    if (classLosses.includes(name)) return null;
    if ((name === 'binaryCrossentropy' || hinge) && target.classes > 2) return null;
    return hinge ? 'plusMinus' : 'number';
  }
  if (units < target.classes) return null;
  return hinge ? 'plusMinus' : 'oneHot';
}
