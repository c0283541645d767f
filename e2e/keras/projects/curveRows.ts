import { existsSync, readFileSync } from 'node:fs';
import { snakeCase } from '../../../src/compile/identifiers';
import type { EpochMetrics } from '../../../src/engine/protocol/curves';

export type Row = Readonly<Record<string, number>>;

/** The columns of a CSV file of curves, by name. */
export function curvesIn(path: string): readonly Row[] {
  if (!existsSync(path)) return [];
  const [head = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((text, at) => [names[at]!, Number(text)])));
}

/** An epoch of ours under the names of a project, with what its numbers of the validation begin with. */
export function rowOf({ loss, validationLoss, metrics, validationMetrics }: EpochMetrics, validation: string): Row {
  const named = (all: Readonly<Record<string, number>>, lead: string) =>
    Object.entries(all).map(([name, value]) => [`${lead}${snakeCase(name)}`, value] as const);
  return Object.fromEntries([
    ['loss', loss],
    ...(validationLoss === null ? [] : [[`${validation}loss`, validationLoss] as const]),
    ...named(metrics, ''),
    ...named(validationMetrics, validation),
  ]);
}

/** The largest difference and what is different; a number that one side lacks is as different as can be. */
export function compared(
  ours: readonly Row[],
  theirs: readonly Row[],
  there: string,
): { readonly gap: number; readonly where: string } {
  if (ours.length !== theirs.length) {
    return { gap: Infinity, where: `${ours.length} epochs here, ${theirs.length} in ${there}` };
  }
  let found = { gap: 0, where: '' };
  ours.forEach((row, epoch) => {
    for (const [name, value] of Object.entries(row)) {
      const other = theirs[epoch]![name];
      const apart = other === undefined ? NaN : Math.abs(value - other) / Math.max(1, Math.abs(value));
      // What is no number would be forgotten by the next comparison.
      const gap = Number.isNaN(apart) ? Infinity : apart;
      const where = `${name} of epoch ${epoch + 1}: ${value}, ${other ?? 'nothing'} in ${there}`;
      if (gap > found.gap) found = { gap, where };
    }
  });
  return found;
}
