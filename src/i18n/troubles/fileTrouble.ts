import type { FileTrouble } from '../../editor/projects/documentFiles';
import { bytesText } from '../numbers';
import { projectsWords } from '../projects';
import type { Language } from '../words';
import { parseErrorText } from './parseErrors';

/** Why a file was not opened, and that nothing has changed. */
export function fileTroubleText(trouble: FileTrouble, language: Language): string {
  const words = projectsWords[language];
  switch (trouble.code) {
    case 'fileTooLarge': {
      const { name, size, limit } = trouble.data;
      return words.kept(words.fileTooLarge(name, bytesText(size), bytesText(limit)));
    }
    case 'fileUnreadable':
      return words.kept(words.fileUnreadable(trouble.data.name));
    case 'notDocument':
      return words.kept(parseErrorText(trouble.data, language));
  }
}
