import type { ImportHelp, ImportTrouble } from './importer';
import { type Literal, literalIn } from './literal';

/** What whoever imports has to say before a model opens; `suggestion` as it is typed, empty where there is none. */
export type ImportQuestion =
  /** How large an input is; of the only one, whatever it is called, the name is empty. */
  | {
      readonly kind: 'size';
      readonly name: string;
      /** Null: it may have any number of axes. */
      readonly shape: readonly (number | null)[] | null;
      readonly suggestion: string;
    }
  /** A value that code does not say, and what needs it. */
  | { readonly kind: 'value'; readonly name: string; readonly wanted: string; readonly suggestion: string };

/** The question in a trouble; null where an answer would not help. */
export function questionIn(trouble: ImportTrouble): ImportQuestion | null {
  if (trouble.code === 'openInput') {
    return { kind: 'size', name: trouble.where, ...trouble.data };
  }
  const code = trouble.code === 'code' ? trouble.data : trouble.code === 'noModel' ? trouble.data.first : null;
  if (code?.code === 'noInput') return { kind: 'size', name: '', shape: null, suggestion: code.data.suggestion };
  if (code?.code !== 'unknownValue') return null;
  const { name, wanted } = code.data;
  return { kind: 'value', name: String(name), wanted: String(wanted), suggestion: '' };
}

/** `224x224x3`, `224, 224, 3` or `(224, 224, 3)`; null where a text says no sizes. */
export function sizesIn(text: string): readonly number[] | null {
  const plain = text.replace(/^\s*[([]|,?\s*[)\]]?\s*$/g, '');
  const sizes = plain.split(/[x×*,]/).map((part) => (part.trim() === '' ? NaN : Number(part)));
  return sizes.length > 0 && sizes.every((size) => Number.isInteger(size) && size > 0) ? sizes : null;
}

/**
 * A value as Python says it: numbers, texts, `True`, lists and dictionaries, several behind each other as a tuple, else the
 * text itself; undefined where a list, a dictionary or a text is not closed.
 */
export function valueIn(text: string): Literal | undefined {
  const value = literalIn(text) ?? literalIn(`(${text},)`);
  return value ?? (/[[\](){}"',]/.test(text) ? undefined : text);
}

/** What is known with an answer to a question; null where the answer is none: sizes of another form. */
export function answered(question: ImportQuestion, text: string, help: ImportHelp): ImportHelp | null {
  if (question.kind === 'value') {
    const value = text.trim() === '' ? undefined : valueIn(text.trim());
    return value === undefined ? null : { ...help, values: { ...help.values, [question.name]: value } };
  }
  const sizes = sizesIn(text);
  const { name, shape } = question;
  const fits =
    shape === null ||
    (sizes?.length === shape.length && shape.every((size, at) => size === null || size === sizes[at]));
  return sizes && fits ? { ...help, shapes: { ...help.shapes, [name]: sizes } } : null;
}

/** Shapes with the sizes that are suggested where an input is open, for what does not depend on them; null where none is. */
export function usualSizes(
  trouble: ImportTrouble,
  shapes: NonNullable<ImportHelp['shapes']>,
): NonNullable<ImportHelp['shapes']> | null {
  const question = trouble.code === 'openInput' ? questionIn(trouble) : null;
  return (question && answered(question, question.suggestion, { shapes })?.shapes) ?? null;
}
