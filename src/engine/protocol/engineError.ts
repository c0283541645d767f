import { LibraryChanged } from '../kernels/libraryChanged';
import type { EngineTrouble } from './engineTrouble';

/** Engine trouble on its way to the page: carries it as data. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  constructor(readonly error: EngineTrouble) {
    super(`${error.code} ${JSON.stringify(error.data)}`);
  }
}

/** Nobody waits for the answer any more. */
export const cancelledError = () => new EngineError({ code: 'cancelled', data: {} });

/** What browsers say where the code behind an `import()` does not come: Chromium and Firefox, Safari. */
const notFetched = /dynamically imported module|importing a module script failed/i;

/** Anything that was thrown, as data. */
export function engineTroubleOf(thrown: unknown): EngineTrouble {
  if (thrown instanceof EngineError) return thrown.error;
  if (thrown instanceof TypeError && notFetched.test(thrown.message)) {
    return { code: 'partMissing', data: { address: globalThis.location?.origin ?? '' } };
  }
  if (thrown instanceof LibraryChanged) return { code: 'libraryChanged', data: { part: thrown.part } };
  return { code: 'failed', data: { detail: thrown instanceof Error ? thrown.message : String(thrown) } };
}
