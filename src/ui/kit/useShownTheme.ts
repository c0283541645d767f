import { useSyncExternalStore } from 'react';

/** As `showTheme` puts it on the page. */
const shown = () => document.documentElement.dataset['theme'] ?? 'light';

function watch(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

/** The theme that is seen, `light` or `dark`, also where the system chooses it: for what is drawn in its colours. */
export const useShownTheme = (): string => useSyncExternalStore(watch, shown);
