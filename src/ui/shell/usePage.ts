import { useEffect, useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import { shortName } from '../../i18n/inView';
import { useEditor, useServices } from '../services';
import { showTheme } from './showTheme';

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
  useLayoutEffect(() => showTheme(theme), [theme]);

  useEffect(() => {
    document.title = title === '' ? 'DeepBrick' : `${shortName(title)} · DeepBrick`;
  }, [title]);
}
