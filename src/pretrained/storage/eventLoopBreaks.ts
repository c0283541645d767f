import { yieldToEventLoop } from '../yieldToEventLoop';

/** Milliseconds of work at a stretch: a page that works longer misses frames. */
const longest = 12;

/**
 * Long work in small steps: call what comes back after each step, and wait for it. It lets the page draw and answer where
 * the last time was long ago. Streams alone do not: what has come already is handed over without a break.
 */
export function eventLoopBreaks(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < longest) return;
    await yieldToEventLoop();
    begun = performance.now();
  };
}
