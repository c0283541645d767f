import { useCallback } from 'react';
import { photosWords } from '../../i18n/photos';
import { useServices, useWords } from '../services';
import type { Folder } from './folderFiles';

/** Opens the dialog and brings photos in: into a new set, or into one (and one class of it). */
export function usePhotoImport() {
  const { photos, session } = useServices();
  const words = useWords(photosWords);
  return useCallback(
    async (folder: Folder | Promise<Folder>, set: string | null = null, into: string | null = null): Promise<void> => {
      session.open('photos');
      const { name, files } = await folder;
      if (files.length > 0) await photos.add(files, { name: name === '' ? words.photos : name, set, into });
    },
    [photos, session, words],
  );
}
