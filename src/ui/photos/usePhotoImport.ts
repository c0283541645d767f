import { useCallback } from 'react';
import { useLanguage, useServices } from '../services';
import type { Folder } from './folderFiles';

/** Opens the dialog and brings photos in: into a new set, or into one (and one class of it). */
export function usePhotoImport() {
  const { photos, session } = useServices();
  const language = useLanguage();
  return useCallback(
    async (folder: Folder | Promise<Folder>, set: string | null = null, into: string | null = null): Promise<void> => {
      session.open('photos');
      const { name, files } = await folder;
      // The words come with the dialog that has just been opened.
      const { photosWords } = await import('../../i18n/panels/photos');
      if (files.length > 0) await photos.add(files, { name: name || photosWords[language].photos, set, into });
    },
    [photos, session, language],
  );
}
