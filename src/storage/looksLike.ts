/** What a stored value must be for the program to read it. */
export type Form = 'string' | 'number' | 'boolean' | 'bytes' | readonly [Form] | { readonly [field: string]: Form };

/**
 * Is a value that was read back from the browser what was once stored? A record that another version wrote, or that was
 * damaged, is then left out, and those beside it stay readable. `[form]`: a list; fields beside the named ones do not matter.
 */
export function looksLike(value: unknown, form: Form): boolean {
  if (form === 'bytes') return ArrayBuffer.isView(value) || value instanceof ArrayBuffer || value instanceof Blob;
  if (typeof form === 'string') return typeof value === form;
  if (isList(form)) return Array.isArray(value) && value.every((item) => looksLike(item, form[0]));
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(form).every(([field, inner]) => looksLike((value as Record<string, unknown>)[field], inner));
}

const isList = (form: Form): form is readonly [Form] => Array.isArray(form);
