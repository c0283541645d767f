import type { Language } from '../brick/brick';

export type { Language };

/** A text, or a text made from values. */
export type Text = string | ((...values: never[]) => string);

type Widened<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] };

/** One area's words in both languages. */
export type Words<T> = Readonly<Record<Language, Widened<T>>>;

/** Declares an area's words; a key that one of the languages lacks does not compile. */
export function defineWords<const T extends Readonly<Record<string, Text>>>(words: {
  readonly en: T;
  readonly ko: Widened<NoInfer<T>>;
}): Words<T> {
  return words as Words<T>;
}
