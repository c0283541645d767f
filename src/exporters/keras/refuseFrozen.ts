import type { Plan } from '../../compile/plan';
import { ExportRefused } from '../exportRefused';
import { frozenAtRandom } from '../../compile/nested/starts';

/**
 * Throws `ExportRefused` where something is frozen that would be random on the other side, as no weights go along. `holds`:
 * with weights the target would have them in it.
 */
export function refuseFrozen(plan: Plan, target: string, holds: boolean): void {
  const [where, ...others] = frozenAtRandom(plan);
  if (where === undefined) return;
  throw new ExportRefused({ code: 'frozenRandom', where, data: { target, others: others.length, holds } });
}
