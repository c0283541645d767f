import type { LayerFunction } from '../../../compile/repetition/functions';
import type { Statement } from '../../../compile/repetition/statement';

/** `[a, [b, c]]` → `a` and `[b, c]`. */
function items(list: string): string[] {
  const found = [''];
  let depth = 0;
  for (const letter of list.slice(1, -1)) {
    if (letter === '[') depth++;
    if (letter === ']') depth--;
    if (letter === ',' && depth === 0) found.push('');
    else found[found.length - 1] += letter;
  }
  return found.map((each) => each.trim()).filter(Boolean);
}

const named: readonly (readonly [RegExp, string])[] = [
  [/^tf\.initializers\./, 'ReturnType<typeof tf.initializers.zeros>'],
  [/^tf\.regularizers\./, 'ReturnType<typeof tf.regularizers.l2>'],
  [/^tf\.constraints\./, 'ReturnType<typeof tf.constraints.nonNeg>'],
];

/** The type of a plain value. */
function typeOf(text: string): string {
  if (/^-?[\d.]/.test(text)) return 'number';
  if (text === 'true' || text === 'false') return 'boolean';
  // An activation of ours is cast to one of TensorFlow.js's.
  const cast = / as string as (".*")$/.exec(text)?.[1];
  if (cast !== undefined) return cast;
  if (/^["']/.test(text)) return text;
  if (text.startsWith('[')) return `[${items(text).map(typeOf).join(', ')}]`;
  return named.find(([begins]) => begins.test(text))?.[1] ?? 'tf.layers.Layer';
}

/** The types of a function's parameters, from what is given for them wherever it is called. */
export function parameterTypes(
  functions: readonly LayerFunction[],
  statements: readonly Statement[],
): (of: LayerFunction, parameter: string) => string {
  const places = [{ caller: null, body: statements }, ...functions.map((each) => ({ caller: each, body: each.body }))];
  const typesOf = (of: LayerFunction, parameter: string): readonly string[] => {
    if (parameter === 'name') return ['string'];
    const { usual = null } = of.parameters.find(({ name }) => name === parameter) ?? {};
    const found = places.flatMap(({ caller, body }) =>
      body
        .filter(({ callee }) => callee === of.name)
        .flatMap(({ given }) => given.filter(({ name }) => name === parameter))
        .flatMap(({ text }) => {
          if (caller?.parameters.some(({ name }) => name === text)) return typesOf(caller, text);
          // What is computed from a parameter is a number.
          const computed = caller?.parameters.some(({ name }) =>
            new RegExp(`^\\d+ \\* ${name}$|^${name} \\+ `).test(text),
          );
          return computed || text === 'index' ? ['number'] : [typeOf(text)];
        }),
    );
    return [...found, ...(usual === null ? [] : [typeOf(usual)])];
  };
  return (of, parameter) => [...new Set(typesOf(of, parameter))].toSorted().join(' | ');
}
