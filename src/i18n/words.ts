import type { Language } from '../brick/brick';

export type { Language };

/** A text, or a text made from values. */
export type Text = string | ((...values: never[]) => string);

/** One area's words in both languages; a key that one language lacks does not compile. */
export interface Words<T extends Readonly<Record<string, Text>>> {
  readonly en: T;
  readonly ko: {
    readonly [K in keyof T]: T[K] extends (...values: infer A) => string ? (...values: A) => string : string;
  };
}

export function defineWords<const T extends Readonly<Record<string, Text>>>(words: {
  readonly en: T;
  readonly ko: Words<T>['ko'];
}): Words<T> {
  return words;
}
