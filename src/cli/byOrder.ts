import type { MatchReport } from '../pretrained/matching/matchReport';
import { CommandError } from './commandError';

/** The flag that accepts weights of which only the order says whose they are. */
export const byOrderFlag = { 'by-order': { type: 'boolean' } } as const;

/** Layers whose weights could as well be each other's, a line for each group. */
export const byOrderLines = ({ byOrder }: MatchReport): readonly string[] =>
  byOrder.map((names) => `by order ${names.join(', ')}: the same shapes, and the file does not say which is which`);

/** Throws `CommandError` where only the order says whose weights are whose, unless that was accepted. */
export function refuseByOrder(path: string, report: MatchReport, accepted: boolean): void {
  if (report.byOrder.length === 0 || accepted) return;
  throw new CommandError(
    `${path} says only by their order whose its weights are: ${byOrderLines(report).join('; ')}. ` +
      'If it is of this very model, accept that with --by-order; else give a .keras, .h5 or model.json with the whole model.',
  );
}
