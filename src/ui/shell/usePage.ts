import { useEffect, useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import { useEditor, useServices } from '../services';

/** Keeps the page's language, theme and title in step with preferences and document. */
export function usePage(): void {
  const { preferences } = useServices();
  const language = useStore(preferences, (state) => state.language);
  const theme = useStore(preferences, (state) => state.theme);
  const title = useEditor((state) => state.document.title);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  // Before the first paint: no flash of the other theme.
  useLayoutEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    };
    apply();
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [theme]);

  useEffect(() => {
    document.title = title === '' ? 'DeepBrick' : `${title} · DeepBrick`;
  }, [title]);
}
