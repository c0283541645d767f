import type { Engine } from './client';
import type { EngineSession } from './session';

/** The real engine in this thread, as the page sees it. */
export const engineOf = (session: EngineSession): Engine => ({
  request: (request, signal) => session.handle(request, signal),
  subscribe: () => () => undefined,
  dispose: () => undefined,
});
