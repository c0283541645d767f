import { describe, expect, test } from 'vitest';
import { library } from '../../templates/index';
import { initialParams } from '../brick/brick';
import { namedTables } from '../brick/named';
import { allowedText, argumentsOf } from './params';

/** For every kind of field: what its text must look like, a bound being a number or missing. */
const forms: Readonly<Record<string, RegExp>> = {
  pair: /^\[(\S+ … \S+), \1\]$/,
  range: /^\[(\S+ … \S+), \1\]$/,
  triple: /^\[(\S+ … \S+), \1, \1\]$/,
  sides: /^\[\[(\S+ … \S+), \1\], \[\1, \1\]\]$/,
  solidSides: /^\[\[(\S+ … \S+), \1\], \[\1, \1\], \[\1, \1\]\]$/,
  shape: /^\[\S+ … \S+, …\]$/,
  axes: /^\[\S+ … \S+, …\]$/,
  numbers: /^\[\S+ … \S+, …\]$/,
  toggle: /^true \| false$/,
  text: /^SHA-256$/,
  layerName: /^"…"$/,
  layerNames: /^\["…", …\]$/,
};

const fields = Object.values(library.bricks).flatMap((brick) =>
  Object.entries(brick.params).map(([param, field]) => [`${brick.type}.${param}`, field] as const),
);

describe('what a field allows', () => {
  test.each(fields)('%s', (_, field) => {
    const text = allowedText(field);
    const form = forms[field.kind] ?? /^\S+ … \S+$/;
    expect(field.options ? text === field.options.join(' | ') : form.test(text)).toBe(true);
  });

  test('every form is of some brick', () => {
    const kinds = new Set(fields.filter(([, { options }]) => !options).map(([, { kind }]) => kind as string));
    expect(Object.keys(forms).filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});

describe('named choices as arguments', () => {
  const named = fields.filter(([, { kind }]) => Object.hasOwn(namedTables, kind));
  test.each(named)('%s brings every setting of its choice, those that the document leaves out too', (where, field) => {
    const [type, param] = where.split('.') as [string, string];
    const brick = library.bricks[type]!;
    const table = namedTables[field.kind as keyof typeof namedTables];
    for (const [name, settings] of Object.entries(table)) {
      const argument = argumentsOf(brick, { ...initialParams(brick), [param]: { name } })[param];
      expect(argument).toEqual(name === 'none' ? null : { role: field.kind, name, settings });
    }
  });
});
