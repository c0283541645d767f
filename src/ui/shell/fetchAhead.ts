/** The page is drawn and listens before anything is fetched that is not wanted yet. */
const settled = 1000;

/** Safari has no idle callbacks. */
const idle = () =>
  new Promise<void>((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve());
    else setTimeout(resolve, 50);
  });

/**
 * Fetches parts of the page ahead, one after the other while nothing else is to be done: they are there at once when they
 * are wanted, even where the server has been stopped meanwhile. The answer ends it.
 */
export function fetchAhead(loads: readonly (() => Promise<unknown>)[]): () => void {
  let ended = false;
  const fetchAll = async () => {
    for (const load of loads) {
      await idle();
      if (ended) return;
      // One that does not come is fetched again when it is wanted, and then it is said.
      await load().catch(() => undefined);
    }
  };
  const timer = setTimeout(() => void fetchAll(), settled);
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
