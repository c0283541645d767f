import { useCallback, useLayoutEffect } from 'react';
import { longestText, parse } from '../../document/reading/parse';
import { serialize } from '../../document/reading/serialize';
import { providePageActions } from '../../editor/commands/canvasActions';
import { fileName } from '../../formats/file';
import { parseErrorText } from '../../i18n/troubles/parseErrors';
import { projectsWords } from '../../i18n/projects';
import { useLanguage, useServices, useWords } from '../services';
import { download } from '../kit/download';
import { bytesText } from '../kit/numbers';

/** Opens documents as new projects; what cannot be opened is said, and the present project stays as it is. */
export function useOpenText() {
  const { projects, session } = useServices();
  const words = useWords(projectsWords);
  const language = useLanguage();
  return useCallback(
    async (text: string): Promise<void> => {
      const parsed = parse(text);
      if (parsed.ok) {
        await projects.create(parsed.value);
        session.notify({ tone: 'success', text: words.opened(parsed.value.title) });
      } else {
        session.notify({ tone: 'error', text: words.kept(parseErrorText(parsed.error, language)) });
      }
    },
    [projects, session, words, language],
  );
}

/** Reads a file that was chosen or dropped. */
export function useOpenFile() {
  const { session } = useServices();
  const words = useWords(projectsWords);
  const openText = useOpenText();
  return useCallback(
    async (file: File): Promise<void> => {
      const refuse = (text: string) => session.notify({ tone: 'error', text: words.kept(text) });
      if (file.size > longestText) {
        refuse(words.fileTooLarge(file.name, bytesText(file.size), bytesText(longestText)));
        return;
      }
      const text = await file.text().catch(() => null);
      if (text === null) refuse(words.fileUnreadable(file.name));
      else await openText(text);
    },
    [session, words, openText],
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
          const present = editor.store.getState().document;
          const name = fileName(present.title);
          download(name, new Blob([serialize(present)], { type: 'application/json' }));
          session.notify({ tone: 'success', text: words.saved(name) });
        },
      }),
    [editor, session, preferences, words, openFile],
  );
}
