import type { Guard } from '../../../src/engine/backend/guard';
import type { Case, Computed, Failed } from '../cases/case';
import { compute } from './compute';

/** The cases on the backend in use; one that fails does not hide the others. */
export async function computeAll(cases: readonly Case[], guard: Guard): Promise<(Computed | Failed)[]> {
  const results: (Computed | Failed)[] = [];
  for (const one of cases) {
    guard.forgive();
    try {
      results.push(await guard.watch(compute(one)));
    } catch (error) {
      results.push({ error: String(error instanceof Error ? error.message : error).slice(0, 500) });
    }
  }
  return results;
}
