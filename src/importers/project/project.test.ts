import { describe, expect, test } from 'vitest';
import { randomTensors } from '../../../e2e/importers/torchProjects';
import { library, templates } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { modelFile } from '../../exporters/keras/model/modelFile';
import { modelText } from '../../exporters/pytorch/modelText';
import { weightsFile } from '../../exporters/pytorch/weightsFile';
import { toTypeScript } from '../../exporters/typescript/typescript';
import { fileText } from '../../formats/file';
import { zipFiles } from '../../formats/zipFiles';
import { templateDocument } from '../../layout/templateDocument';
import { importModel } from '../importModel';
import { importProject } from './importProject';
import { projectFiles } from './projectFiles';

const document = templateDocument(
  templates.find(({ id }) => id === 'mlp')!,
  {},
  library,
);
const plan = compile(document, library);
const torch = modelText(plan);
const weights = weightsFile(plan, torch.tensors, randomTensors(plan));

type Files = Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;
const listed = (files: Files) =>
  Object.entries(files).map(([path, content]) => ({ path, open: async () => new Blob([content]) }));
const opened = async (files: Files) => {
  const found = await importProject(listed(files), (file, help) => importModel(file, library, help));
  return found?.ok === true ? found.value : found;
};

test.each([
  ['nothing', ['README.md', 'a/b.png'], null],
  ['photos and a script', ['cats/1.jpg', 'dogs/2.jpg', 'download.py'], null],
  ['a program that lies deep', ['a/b/c/model.py'], null],
  ['a program of a tool', ['node_modules/model.ts', '.venv/model.py'], null],
  [
    'Keras',
    ['x.deepbrick.json', 'model.py', 'weights/model.weights.h5', 'train.py'],
    ['x.deepbrick.json', 'weights/model.weights.h5'],
  ],
  [
    'what was learned first',
    ['model.py', 'weights/model.weights.h5', 'trained/model.keras'],
    ['model.py', 'trained/model.keras'],
  ],
  [
    'TypeScript',
    ['p/src/model.ts', 'p/weights/model.json', 'p/weights/a.bin', 'p/test/model.json'],
    ['p/src/model.ts', 'p/weights/model.json', 'p/weights/a.bin'],
  ],
  ['a model.json that is none', ['model.py', 'model.json', 'weights.safetensors'], ['model.py', 'weights.safetensors']],
])('%s', (_, paths, wanted) => {
  const found = projectFiles(paths.map((path) => ({ path })));
  expect(found && [found.model.path, ...(found.weights[0] ?? []).map(({ path }) => path)]).toEqual(wanted);
});

describe('what we export opens as one thing', () => {
  const own = { 'm.deepbrick.json': fileText(document) };
  test.each<[string, Files]>([
    ['PyTorch', { 'model.py': torch.text, 'weights.safetensors': weights, ...own }],
    ['PyTorch without our document', { 'model.py': torch.text, 'weights.safetensors': weights }],
    ['Keras without it', { 'model.py': modelFile(plan), 'data.py': '' }],
    ['TypeScript without it', { 'src/model.ts': toTypeScript(plan), 'package.json': '{}' }],
  ])('%s: a folder, and a zip with a folder in it', async (name, files) => {
    const zip = await zipFiles(files, 'project');
    for (const found of [await opened(files), await importModel({ name: 'p.zip', blob: zip }, library)]) {
      const imported = found && 'value' in found ? found.value : found;
      const read = imported as { document: typeof document; weights?: readonly unknown[] };
      expect(Object.keys(read.document.nodes)).toEqual(Object.keys(document.nodes));
      expect(compile(read.document, library).totals).toEqual(plan.totals);
      expect(read.weights !== undefined).toBe(name.startsWith('PyTorch'));
    }
  });
});
