interface Parts {
  readonly history: Pick<History, 'go' | 'pushState' | 'state'>;
  /** How many things lie over each other on the page. */
  open(): number;
  /** Closes the topmost, or asks it to close. */
  closeTop(): void;
}

/** How many entries of ours lie over the page's own, as an entry of the history says. */
const heightOf = (state: unknown): number =>
  typeof state === 'object' && state !== null && 'open' in state && typeof state.open === 'number' ? state.open : 0;

/** Milliseconds after which a way back that was asked for has not come. */
const patience = 1_000;

/**
 * Keeps one entry of the browser's history for each thing that is open. `settle` is called when something may have opened or
 * closed, `popped` when the browser went back or forth.
 */
export function backEntries({ history, open, closeTop }: Parts) {
  // After a reload those of before are still there.
  let entries = heightOf(history.state);
  /** When we went back ourselves: what was open is closed already. */
  let going = -Infinity;
  return {
    settle() {
      const wanted = open();
      if (wanted === entries || performance.now() - going < patience) return;
      if (wanted < entries) {
        going = performance.now();
        history.go(wanted - entries);
      }
      while (wanted > entries) history.pushState({ open: ++entries }, '');
    },
    popped(state: unknown) {
      const ours = performance.now() - going < patience;
      const height = heightOf(state);
      going = -Infinity;
      for (let more = ours ? 0 : entries - height; more > 0 && open() > 0; more--) closeTop();
      entries = height;
    },
  };
}
