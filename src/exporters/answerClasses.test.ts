import { expect, test } from 'vitest';
import { library, templates } from '../../templates/index';
import { bareSupplies } from '../../e2e/exported/writtenSupplies';
import { imagenetClassesHere } from '../cli/imagenetClassesHere';
import { compile } from '../compile/compile';
import { initialOptions, isArchitecture } from '../document/template';
import { templateDocument } from '../layout/templateDocument';
import { answerClasses, classesFile } from './answerClasses';
import type { Exporter } from './exporter';
import { keras } from './keras';
import { notebook } from './notebook';
import { pytorch } from './pytorch';

const names = imagenetClassesHere().map((name) => name.replaceAll('_', ' '));
const published = templates.filter(isArchitecture).filter(({ architecture }) => architecture.source === 'imagenet');

test.each(published.map((template) => [template.id, template] as const))(
  'what %s answers has ImageNet’s names with ImageNet’s weights and its own top only',
  async (_, template) => {
    const named = async (source: 'imagenet' | 'random', includeTop: boolean) => {
      const options = { ...initialOptions(template), includeTop, pooling: includeTop ? 'none' : 'avg' };
      const document = templateDocument(template, options, library, source);
      return answerClasses({ plan: compile(document, library) }, bareSupplies);
    };
    expect(await named('imagenet', true)).toEqual(names);
    expect(await named('random', true)).toBeNull();
    expect(await named('imagenet', false)).toBeNull();
  },
);

async function mobilenetFiles(exporter: Exporter) {
  const template = published.find(({ id }) => id === 'mobilenet')!;
  const document = templateDocument(template, { ...initialOptions(template), alpha: 0.25 }, library, 'imagenet');
  return exporter.files({ document, plan: compile(document, library) }, bareSupplies);
}

test('Notebook says them', async () => {
  const files = await mobilenetFiles(notebook);
  expect(JSON.parse(String(files[classesFile]))).toEqual(names);
  const { cells } = JSON.parse(String(files['notebook.ipynb'])) as { cells: { id: string; source: string[] }[] };
  const text = (id: string) => cells.find((cell) => cell.id === id)!.source.join('');
  expect(text('imports')).toMatch(/^import json$/m);
  expect(text('settings')).toContain(`CLASSES = json.loads((HERE / "${classesFile}").read_text("utf-8"))`);
  expect(text('answers-given')).toContain('answer(row, CLASSES)');
});

test.each([keras, pytorch])('$name says them, and reads a picture in the size of the model', async (exporter) => {
  const files = await mobilenetFiles(exporter);
  expect(JSON.parse(String(files[classesFile]))).toEqual(names);
  expect(files['predict.py']).toContain(`CLASSES = json.loads((HERE / "${classesFile}").read_text("utf-8"))`);
  const size = { keras: /target_size=\(224, 224\), interpolation="nearest"/, pytorch: /read_photo/ }[exporter.id]!;
  expect(files['predict.py']).toMatch(size);
});
