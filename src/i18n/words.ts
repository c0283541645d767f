import type { Language } from '../brick/brick';
import { inView } from './inView';

export type { Language };

/** A text, or a text made from values. */
export type Text = string | ((...values: never[]) => string);

type Widened<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] };

/** One area's words in both languages. */
export type Words<T> = Readonly<Record<Language, Widened<T>>>;

/** The same words; names of thousands of characters are cut in what they say. */
function fitting<T extends Readonly<Record<string, Text>>>(words: T): T {
  const fitted = Object.entries(words).map(([key, text]) => {
    if (typeof text === 'string') return [key, text];
    const say = text as (...values: unknown[]) => string;
    return [key, (...values: unknown[]) => say(...values.map(inView))];
  });
  return Object.fromEntries(fitted) as T;
}

/** Declares an area's words; a key that one of the languages lacks does not compile. */
export function defineWords<const T extends Readonly<Record<string, Text>>>(words: {
  readonly en: T;
  readonly ko: Widened<NoInfer<T>>;
}): Words<T> {
  return { en: fitting(words.en), ko: fitting(words.ko) } as Words<T>;
}
