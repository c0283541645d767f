import { nextTask } from '../nextTask';

/** Milliseconds of work at a stretch: a page that works longer misses frames. */
const longest = 12;

/**
 * Long work in small steps: call what comes back after each step, and wait for it. It lets the page draw and answer where
 * the last time was long ago. Streams alone do not: what has come already is handed over without a break.
 */
export function breather(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < longest) return;
    await nextTask();
    begun = performance.now();
  };
}
