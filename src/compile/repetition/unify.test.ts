import { describe, expect, test } from 'vitest';
import type { Given, Statement } from './statement';
import { unify } from './unify';

const statement = (name: string, given: Readonly<Record<string, string>> = {}): Statement => ({
  callee: 'layers.Dense',
  given: Object.entries(given).map(([key, text]): Given => ({ name: key, text, first: false, silent: false })),
  name,
  inputs: ['x'],
  output: name,
  form: 'value',
  blocks: [],
  note: null,
  layer: null,
  loop: null,
  label: 'Dense',
  shapes: { in: '4', out: '4' },
});

/** Names of two layers at each place, as the function's body and calls say them; null where there is no such function. */
function told(places: readonly (readonly [string, string])[]) {
  const unified = unify(places.map((names) => names.map((name) => statement(name))));
  return (
    unified && {
      names: unified.body.map(({ name }) => name),
      numbers: unified.calls.map(({ given }) => given.map(({ name, text }) => `${name} ${text}`).join()),
    }
  );
}

describe('numbers in names', () => {
  test.each<[string, readonly (readonly [string, string])[], string[] | null]>([
    [
      'the same',
      [
        ['conv_1', 'norm_1'],
        ['conv_7', 'norm_7'],
      ],
      ['conv_{number}', 'norm_{number}'],
    ],
    [
      'one more',
      [
        ['conv_1', 'norm_2'],
        ['conv_7', 'norm_8'],
      ],
      ['conv_{number}', 'norm_{number + 1}'],
    ],
    [
      'five more',
      [
        ['conv_3', 'norm_8'],
        ['conv_4', 'norm_9'],
      ],
      ['conv_{number}', 'norm_{number + 5}'],
    ],
    // Twice at every place, and not so much more: two counters at once hide which layer has which name.
    [
      'double',
      [
        ['conv_1', 'norm_2'],
        ['conv_2', 'norm_4'],
      ],
      null,
    ],
    [
      'more and more',
      [
        ['conv_1', 'norm_2'],
        ['conv_7', 'norm_9'],
      ],
      null,
    ],
    [
      'more at the first place only',
      [
        ['conv_1', 'norm_2'],
        ['conv_7', 'norm_7'],
      ],
      null,
    ],
    [
      'less',
      [
        ['conv_2', 'norm_1'],
        ['conv_8', 'norm_7'],
      ],
      null,
    ],
    [
      'no numbers',
      [
        ['conv_1', 'norm_a'],
        ['conv_7', 'norm_b'],
      ],
      null,
    ],
  ])('%s', (_, places, names) => {
    const found = told(places);
    expect(found?.names ?? null).toEqual(names);
    const numbers = places.map(([first]) => `number ${first.replace(/\D/g, '')}`);
    expect(found?.numbers ?? null).toEqual(names && numbers);
  });
});

describe('values', () => {
  const given = (places: readonly Readonly<Record<string, string>>[]) =>
    unify(places.map((each) => [statement('a', each)].map((one) => ({ ...one, name: null }))));

  test.each<[string, readonly Readonly<Record<string, string>>[], string[], string[]]>([
    [
      'a multiple',
      [
        { units: '4', filters: '16' },
        { units: '6', filters: '24' },
      ],
      ['units', '4 * units'],
      ['units'],
    ],
    [
      'so much more is no relation of values',
      [
        { units: '4', filters: '5' },
        { units: '6', filters: '7' },
      ],
      ['units', 'filters'],
      ['units', 'filters'],
    ],
    [
      'the larger one first',
      [
        { units: '16', filters: '4' },
        { units: '24', filters: '6' },
      ],
      ['4 * filters', 'filters'],
      ['filters'],
    ],
    ['the same everywhere', [{ units: '4' }, { units: '4' }], ['4'], []],
  ])('%s', (_, places, texts, parameters) => {
    const unified = given(places)!;
    expect(unified.body[0]!.given.map(({ text }) => text)).toEqual(texts);
    expect(unified.parameters.map(({ name }) => name)).toEqual(parameters);
  });
});
