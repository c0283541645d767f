/** What a function that can fail answers: errors are data, each with a code that `src/i18n` words. */
export type Result<Value, Trouble> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Trouble };

export const done = <Value>(value: Value) => ({ ok: true, value }) as const;

export const refused = <Trouble>(error: Trouble) => ({ ok: false, error }) as const;
