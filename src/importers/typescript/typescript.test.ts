import { describe, expect, test } from 'vitest';
import { randomGraph } from '../../../e2e/documents/randomGraph';
import { mutated } from '../../../e2e/importers/mutated';
import { typescriptDifferences } from '../../../e2e/importers/typescripts';
import { library, templates } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { buildTemplate } from '../../document/template';
import { rename } from '../../document/edits';
import { toTypeScript } from '../../exporters/typescript/typescript';
import { importTroubleText } from '../../i18n/troubles/importTrouble';
import { templateDocument } from '../../layout/templateDocument';
import { importModel } from '../importModel';
import { typescriptDocument } from './readTypeScript';

/** `RANDOM_TYPESCRIPTS=2000` draws so many, and takes the large templates, too. */
const wanted = process.env['RANDOM_TYPESCRIPTS'];
const count = Number(wanted ?? 20);
const some = templates.filter((each) => wanted !== undefined || Object.keys(buildTemplate(each).nodes).length < 40);
const digits = templateDocument(
  templates.find(({ id }) => id === 'digits')!,
  {},
  library,
);
const text = toTypeScript(compile(digits, library));

describe('a document that is written as model.ts is read from it as it was', () => {
  test.each(some.map((template) => ({ id: template.id, template })))('$id', ({ template }) => {
    expect(typescriptDifferences(templateDocument(template, {}, library))).toEqual([]);
  });

  test(`${count} random models`, { timeout: 60_000 + count * 500 }, () => {
    for (let seed = 1; seed <= count; seed++) {
      expect(typescriptDifferences(randomGraph(seed)), `randomGraph(${seed})`).toEqual([]);
    }
  });

  test('title, names that no export can have, and blocks', () => {
    const named = rename(
      'flatten',
      '한 줄',
    )({
      ...digits,
      title: 'My digits',
      blocks: {
        outer: { nodes: [], folded: false, color: 'none' },
        inner: { nodes: ['conv2d', 'max_pooling2d'], folded: false, color: 'none', parent: 'outer' },
      },
    });
    const read = typescriptDocument(toTypeScript(compile(named, library)), library);
    expect(read).toMatchObject({ ok: true, value: { document: { title: 'My digits', blocks: named.blocks } } });
    expect(read.ok && Object.keys(read.value.document.nodes)).toEqual(Object.keys(named.nodes));
  });
});

test.each(['model.ts', 'code'])('%s opens by the list of importers', async (name) => {
  const read = await importModel({ name, blob: new Blob([text]) }, library);
  expect(read.ok && read.value.document.nodes['conv2d']?.params).toEqual(digits.nodes['conv2d']!.params);
});

test.each([
  ['filters: 8', 'filters: 8 * (1 + 1)', { conv2d: { filters: 16 } }],
  ['units: 10', 'units: digit ? 3 : 4', { predictions: { units: 3 } }],
])('what is edited by hand is read: %s → %s', (from, to, params) => {
  const read = typescriptDocument(text.replace(from, to), library);
  for (const [name, own] of Object.entries(params)) {
    expect(read.ok && read.value.document.nodes[name]?.params).toMatchObject(own);
  }
});

test.each([
  ['filters: 8,', 'filters: ,', 19],
  ['filters: 8,', 'filters: eight,', 19],
  ['tf.layers.flatten({ name: "flatten" })', 'tf.layers.flat({ name: "flatten" })', 0],
  ['inputs: digit,', '', 0],
])('%s → %s is refused in words', (from, to, line) => {
  const read = typescriptDocument(text.replace(from, to), library);
  const said = read.ok ? 'taken' : importTroubleText(read.error, 'en');
  expect(said).toMatch(line === 0 ? /./ : new RegExp(`Line ${line}`));
  expect(read.ok).toBe(false);
});

test('changed texts are answered in words, and soon', { timeout: 60_000 }, () => {
  for (let seed = 1; seed <= 100; seed++) {
    const read = typescriptDocument(mutated(text, seed), library);
    expect(read.ok || importTroubleText(read.error, 'ko').length > 0, `seed ${seed}`).toBe(true);
  }
});
