import { describe, expect, test } from 'vitest';
import { randomGraph } from '../../../e2e/documents/randomGraph';
import { scriptDifferences } from '../../../e2e/importers/scripts';
import { library, templates } from '../../../templates/index';
import { templateDocument } from '../../layout/templateDocument';

/** `RANDOM_SCRIPTS=2000` draws so many. */
const count = Number(process.env['RANDOM_SCRIPTS'] ?? 100);

describe('a document that is written as a Keras script is read from it as it was', () => {
  test.each(templates.map((template) => ({ id: template.id, template })))('$id', async ({ template }) => {
    expect(await scriptDifferences(templateDocument(template, {}, library))).toEqual([]);
  });

  test(`${count} random models`, { timeout: 60_000 + count * 500 }, async () => {
    for (let seed = 1; seed <= count; seed++) {
      expect(await scriptDifferences(randomGraph(seed)), `randomGraph(${seed})`).toEqual([]);
    }
  });
});
