import type { Language } from '../brick/brick';

/** A text that is worded when it is shown: it speaks the language that the page has then. */
export type Worded = string | ((language: Language) => string);

export const worded = (text: Worded, language: Language): string => (typeof text === 'string' ? text : text(language));
