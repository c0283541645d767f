import { selectBackend } from '../../src/engine/backend/backend';
import { computeAll } from '../keras/computing/computeAll';
import type { Case, Computed, Failed } from '../keras/cases/case';
import { torchCase } from './torchCase';

export { allCases } from '../keras/cases/cases';
export { graphCases } from './graphCases';

/** A case for the Python side, with what our engine makes of it on tfjs's cpu backend. */
export async function computedCase(one: Case): Promise<ReturnType<typeof torchCase>> {
  const { guard } = await selectBackend('cpu', null);
  const [computed] = (await computeAll([one], guard)) as [Computed | Failed];
  return torchCase(one, computed);
}
