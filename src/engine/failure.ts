import type { EngineError } from './protocol';

/** Engine trouble on its way to the page: carries the error as data. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';
  constructor(readonly error: EngineError) {
    super(`${error.code} ${JSON.stringify(error.data)}`);
  }
}

/** Anything that was thrown, as data. */
export function errorOf(thrown: unknown): EngineError {
  if (thrown instanceof EngineFailure) return thrown.error;
  return { code: 'failed', data: { detail: thrown instanceof Error ? thrown.message : String(thrown) } };
}
