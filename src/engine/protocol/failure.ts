import { LibraryChanged } from '../kernels/libraryChanged';
import type { EngineError } from './engineError';

/** Engine trouble on its way to the page: carries the error as data. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';
  constructor(readonly error: EngineError) {
    super(`${error.code} ${JSON.stringify(error.data)}`);
  }
}

/** Nobody waits for the answer any more. */
export const cancelledFailure = () => new EngineFailure({ code: 'cancelled', data: {} });

/** What browsers say where the code behind an `import()` does not come: Chromium and Firefox, Safari. */
const notFetched = /dynamically imported module|importing a module script failed/i;

/** Anything that was thrown, as data. */
export function errorOf(thrown: unknown): EngineError {
  if (thrown instanceof EngineFailure) return thrown.error;
  if (thrown instanceof TypeError && notFetched.test(thrown.message)) {
    return { code: 'partMissing', data: { address: globalThis.location?.origin ?? '' } };
  }
  if (thrown instanceof LibraryChanged) return { code: 'libraryChanged', data: { part: thrown.part } };
  return { code: 'failed', data: { detail: thrown instanceof Error ? thrown.message : String(thrown) } };
}
