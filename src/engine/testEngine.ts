import { memoryCheckpoints } from './checkpoints/checkpoints';
import type { Engine } from './client';
import { EngineSession } from './session';
import type { Surroundings } from './surroundings';

/** The real engine in this thread, as the page sees it. */
export const engineOf = (session: EngineSession): Engine => ({
  request: (request, signal) => session.handle(request, signal),
  subscribe: () => () => undefined,
  restart: () => undefined,
  dispose: () => undefined,
});

/** One that keeps nothing and has no data, unless they are given. */
export const engineHere = (given: Partial<Surroundings> = {}): Engine =>
  engineOf(
    new EngineSession({
      wasmFiles: null,
      checkpoints: memoryCheckpoints(),
      dataset: () => Promise.reject(new Error('There are no data here.')),
      emit: () => undefined,
      ...given,
    }),
  );
