import type { Library } from '../document/template';
import type { Language } from './words';

/** What a brick type is called; one that the library lacks reads like its Keras class. */
export function brickName(type: string, language: Language, library?: Library): string {
  const brick = library && Object.hasOwn(library.bricks, type) ? library.bricks[type] : undefined;
  return brick?.docs[language].name ?? type.replace(/^./, (letter) => letter.toUpperCase()).replace(/(\d)d$/, '$1D');
}
