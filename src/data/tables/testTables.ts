import type { Reading } from './reading/pieces';
import { type Said, type Survey, surveyOf } from './survey';

/** A reading that nobody watches. */
export const unwatched = (): Reading => ({ progress: () => undefined, signal: new AbortController().signal });

export const rows = (count: number, row: (index: number) => string): string =>
  Array.from({ length: count }, (_, at) => row(at)).join('\n');

export const surveyed = (text: string | BlobPart, said: Said = {}, name = 'data.csv'): Promise<Survey> =>
  surveyOf(new Blob([text]), name, said, unwatched());

/** Bytes of a text whose letters all lie below 256, one for each. */
export const latin1 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Bytes of a text of ASCII, and of the syllables given, in CP949. */
export function cp949(
  text: string,
  syllables: Readonly<Record<string, readonly [number, number]>>,
): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...text].flatMap((letter) => syllables[letter] ?? [letter.charCodeAt(0)]));
}

export function utf16(text: string, little: boolean, mark: boolean): Uint8Array<ArrayBuffer> {
  const units = Array.from(mark ? `\uFEFF${text}` : text, (letter) => letter.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
}
