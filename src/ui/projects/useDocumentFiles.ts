import { useCallback, useLayoutEffect } from 'react';
import { providePageActions } from '../../editor/commands/canvasActions';
import { documentFile } from '../../editor/projects/documentFile';
import { shellWords } from '../../i18n/shell';
import { useServices, useWords } from '../services';
import { focusCanvas } from '../kit/focus/focusCanvas';
import { download } from '../kit/download';
import { PartMissing, fetched } from '../kit/part/fetchedPart';
import type { PathFile } from '../../editor/projects/openFile';

/** What reads files as models comes when the first is opened. */
export const loadOpening = () => import('./openAndTell');

const loadAreas = () => import('../kit/focus/areas');

/** Opens a file that was chosen or dropped, perhaps with its shards, and says what came of it. */
export function useOpenFile() {
  const services = useServices();
  return useCallback(
    async (files: readonly File[]): Promise<void> => {
      try {
        const { openAndTell } = await fetched(loadOpening);
        await openAndTell(files, services);
      } catch (error) {
        if (!(error instanceof PartMissing)) throw error;
        services.session.notify({ tone: 'error', text: (now) => shellWords[now].partMissing(location.origin) });
      }
    },
    [services],
  );
}

/** Opens what was dropped where it is a project; the folder again where it is none, or is not looked at. */
export function useOpenProject() {
  const services = useServices();
  return useCallback(
    async <T extends { readonly files: readonly PathFile[] }>(dropped: Promise<T>): Promise<T | null> => {
      const folder = await dropped;
      // Photos need none of what opens models.
      if (!folder.files.some(({ path }) => /\.(deepbrick\.json|py|ts|zip)$/i.test(path))) return folder;
      const { openFolderAndTell } = await fetched(loadOpening);
      return (await openFolderAndTell(folder.files, services)) ? null : folder;
    },
    [services],
  );
}

/** The list of commands keeps the focus until it is gone, and gives it back to where it was called. */
function onceClosed(act: () => void): void {
  if (document.querySelector('[role="dialog"]')) setTimeout(act, 80);
  else act();
}

/** Gives the commands for files and for the palette's search their page. */
export function usePageActions(): void {
  const { editor, session, preferences } = useServices();
  const words = useWords(shellWords);
  const openFile = useOpenFile();
  useLayoutEffect(
    () =>
      providePageActions({
        focusSearch() {
          preferences.setState({ paletteOpen: true });
          // The palette may only just be unfolding.
          requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-palette-search]')?.focus());
        },
        toCanvas: () => onceClosed(focusCanvas),
        nextArea: (by) => onceClosed(() => void loadAreas().then(({ nextArea }) => nextArea(by))),
        openFile() {
          const input = document.createElement('input');
          input.type = 'file';
          input.multiple = true;
          input.addEventListener('change', () => void openFile([...(input.files ?? [])]));
          input.click();
        },
        saveFile() {
          const file = documentFile(editor.store.getState().document);
          download(file.name, file);
          session.notify({ tone: 'success', text: words.savedFile(file.name) });
        },
      }),
    [editor, session, preferences, words, openFile],
  );
}
