import { selectBackend } from '../../src/engine/backend/backend';
import type { Case, Computed, Failed } from './cases/case';
import { computeAll } from './computing/computeAll';

export { allCases } from './cases/cases';
export { freshFor } from './cases/given';
export { brickList } from '../../bricks/index';

/** The cases on tfjs's cpu backend with our kernels, in this process. */
export async function computeOnCpu(cases: readonly Case[]): Promise<(Computed | Failed)[]> {
  const { guard } = await selectBackend('cpu', null);
  return computeAll(cases, guard);
}
