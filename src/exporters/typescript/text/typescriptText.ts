import { ownActivations } from '../../../brick/layers/activations';
import type { Argument } from '../../../brick/call';

/** Words a variable must not be: JavaScript's, and what the printed file itself uses. */
export const typescriptReserved: readonly string[] = (
  'abstract any arguments as async await boolean break case catch class const continue debugger declare default ' +
  'delete do else enum eval export extends false finally for from function get globalThis if implements import in ' +
  'Infinity instanceof interface let module NaN namespace never new null number object of package private protected ' +
  'public require return satisfies set static string super switch symbol this throw true try type typeof undefined ' +
  'unknown var void while with yield tf model createModel apply'
).split(' ');

/** Characters that end a line, change the reading direction or cannot be seen. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

const escapedUnits = (text: string) =>
  Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');

/** A string literal on one line, whatever the text; in the quotes of which it has fewer, else the usual ones, as Prettier has it. */
export function typescriptString(text: string, usual: '"' | "'" = '"'): string {
  const many = (letter: string) => text.split(letter).length;
  const other = usual === '"' ? "'" : '"';
  const quote = many(usual) > many(other) ? other : usual;
  const escaped = text.replace(/[\\"']/g, (letter) => (letter === '\\' || letter === quote ? `\\${letter}` : letter));
  return quote + escaped.replaceAll('\n', '\\n').replace(unprintable, escapedUnits) + quote;
}

/** A number as Prettier has it. */
export const typescriptNumber = (value: number) => String(value).replace('e+', 'e');

/** The name of a field: plain where it can be. */
export const typescriptKey = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : typescriptString(name));

/** Activations that TensorFlow.js has, or has from us, but that its types lack. */
const untyped: readonly string[] = ['logSoftmax', ...ownActivations.filter((name) => name !== 'hardSigmoid')];

/** An argument as TypeScript: named choices are objects of `tf.initializers` and the like. */
export function typescriptValue(value: Argument): string {
  if (typeof value === 'number') return typescriptNumber(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') {
    return untyped.includes(value) ? `"${value}" as string as "softmax"` : typescriptString(value);
  }
  if (!('role' in value)) return `[${value.map(typescriptValue).join(', ')}]`;
  if (value.role === 'layer') throw new Error('A layer inside a layer is printed by typescriptLayer.');
  const { role, name, settings } = value;
  const given = Object.entries(settings);
  if (role === 'initializer' && given.length === 0) return typescriptString(name);
  const fields = given.map(([setting, of]) => `${setting}: ${typescriptValue(of)}`).join(', ');
  return `tf.${role}s.${name}(${given.length === 0 ? '' : `{ ${fields} }`})`;
}

/** `callee({ a: 1, b: 2 })`. */
export const typescriptCall = (callee: string, fields: readonly string[]): string =>
  fields.length === 0 ? `${callee}({})` : `${callee}({ ${fields.join(', ')} })`;
