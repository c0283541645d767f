import { useCallback, useLayoutEffect } from 'react';
import { providePageActions } from '../../editor/commands/canvasActions';
import { documentFile, openFile } from '../../editor/projects/documentFiles';
import { fileTroubleText } from '../../i18n/troubles/fileTrouble';
import { projectsWords } from '../../i18n/projects';
import { useLanguage, useServices, useWords } from '../services';
import { download } from '../kit/download';

/** Opens a file that was chosen or dropped, and says what came of it. */
export function useOpenFile() {
  const { projects, session } = useServices();
  const words = useWords(projectsWords);
  const language = useLanguage();
  return useCallback(
    async (file: File): Promise<void> => {
      const opened = await openFile(file, projects);
      if (opened.ok) session.notify({ tone: 'success', text: words.opened(opened.value.title) });
      else session.notify({ tone: 'error', text: fileTroubleText(opened.error, language) });
    },
    [projects, session, words, language],
  );
}

/** Gives the commands for files and for the palette's search their page. */
export function usePageActions(): void {
  const { editor, session, preferences } = useServices();
  const words = useWords(projectsWords);
  const openFile = useOpenFile();
  useLayoutEffect(
    () =>
      providePageActions({
        focusSearch() {
          preferences.setState({ paletteOpen: true });
          // The palette may only just be unfolding.
          requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-palette-search]')?.focus());
        },
        openFile() {
          const input = document.createElement('input');
          input.type = 'file';
          input.accept = '.json,application/json';
          input.addEventListener('change', () => {
            const [file] = input.files ?? [];
            if (file) void openFile(file);
          });
          input.click();
        },
        saveFile() {
          const file = documentFile(editor.store.getState().document);
          download(file.name, file);
          session.notify({ tone: 'success', text: words.saved(file.name) });
        },
      }),
    [editor, session, preferences, words, openFile],
  );
}
