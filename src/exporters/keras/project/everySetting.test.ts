import { expect, test } from 'vitest';
import { settingWalks } from '../../../../e2e/documents/settingWalks';
import { library } from '../../../../templates/index';
import { compile } from '../../../compile/compile';
import type { Document } from '../../../document/document';
import { type Training, initialTraining } from '../../../document/training';
import { kerasProject } from './project';

/** Programs and README of the project; not the document that lies in it. */
async function textOf(document: Document, training: Partial<Training>): Promise<string> {
  const given = { ...document, training: { ...document.training, ...training } };
  const parts = { document: given, plan: compile(given, library), weights: null, sample: null, data: null };
  const files = Object.entries(await kerasProject(parts));
  return files.flatMap(([path, text]) => (/\.(py|md)$/.test(path) ? [text] : [])).join('\n');
}

const walks = settingWalks.map(([path, document, change, from = {}]) => ({ path, document, change, from }));

test.each(walks)('$path changes the project', async ({ document, change, from }) => {
  expect(await textOf(document, change)).not.toBe(await textOf(document, from));
});

test('no setting is left out', () => {
  const wanted = Object.entries(initialTraining).flatMap(([key, value]) =>
    key === 'earlyStopping' || key === 'augmentation'
      ? Object.keys(value as object).map((inner) => `${key}.${inner}`)
      : [key],
  );
  const walked = settingWalks.map(([path]) => path);
  expect(wanted.filter((path) => !walked.some((one) => one === path || one.startsWith(`${path}.`)))).toEqual([]);
});
