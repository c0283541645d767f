import type { Theme } from '../../editor/preferences';

const prefersDark = '(prefers-color-scheme: dark)';

/** Puts the theme on the page; `system` follows the system until another one is shown. Answers how to stop following. */
export function showTheme(theme: Theme): () => void {
  const dark = matchMedia(prefersDark);
  const apply = () => {
    document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  };
  apply();
  dark.addEventListener('change', apply);
  return () => dark.removeEventListener('change', apply);
}
