/**
 * `npx tsx e2e/exported/settings.ts`: changes one setting of training at a time, and a few of layers, and says what of every
 * target changes with it: its code, or only the README, which then says why the setting means nothing there. Writes
 * `settings.md`; ends with 1 where nothing changes. What it changes in the page is in `sameCurve.test.ts`.
 */
import { join } from 'node:path';
import { compile } from '../../src/compile/compile';
import type { Document, Json } from '../../src/document/document';
import { exporters } from '../../src/exporters';
import { everything } from '../../src/exporters/exportChoices';
import { exportedFiles } from '../../src/exporters/exportedFiles';
import { library } from '../../templates/index';
import { documentOf } from '../documents/documentOf';
import { settingWalks } from '../documents/settingWalks';
import { writeSection } from '../keras/projects/table';
import { root } from '../step';
import { trainedSupplies } from './writtenSupplies';

/** The layer's computation alone leaves there: nothing of how it is trained. */
const trained = exporters.filter(({ id }) => id !== 'onnx' && id !== 'dot');

const plain: Document = documentOf(
  {
    steps: ['inputSequence', { shape: [40, 1], batchSize: 8 }],
    loop: ['lstm', { units: 3 }],
    hidden: ['dense', { units: 4 }],
    out: ['dense', { units: 1 }],
  },
  ['steps>loop', 'loop>hidden', 'hidden>out'],
);
const wave: Document = { ...plain, training: { ...plain.training, dataset: 'wave' } };

function changed(name: string, params: Readonly<Record<string, Json>>, trainable = true): Document {
  const node = wave.nodes[name]!;
  return { ...wave, nodes: { ...wave.nodes, [name]: { ...node, trainable, params: { ...node.params, ...params } } } };
}

const walks: readonly (readonly [string, Document, Document])[] = [
  ...settingWalks.map(([path, document, change, from = {}]) => {
    const withTraining = (training: object): Document => ({
      ...document,
      training: { ...document.training, ...training },
    });
    return [path, withTraining(from), withTraining(change)] as const;
  }),
  ['kernelInitializer', wave, changed('hidden', { kernelInitializer: { name: 'heNormal' } })],
  ['kernelRegularizer', wave, changed('hidden', { kernelRegularizer: { name: 'l2', l2: 0.02 } })],
  ['activityRegularizer', wave, changed('hidden', { activityRegularizer: { name: 'l1', l1: 0.02 } })],
  ['kernelConstraint', wave, changed('hidden', { kernelConstraint: { name: 'maxNorm', maxValue: 1, axis: 0 } })],
  ['trainable', wave, changed('hidden', {}, false)],
  ['stateful', wave, changed('loop', { stateful: true })],
];

type Texts = { readonly code: string; readonly readme: string } | { readonly refused: string };

/** The files that a person reads, not the document that lies among them. */
async function textsOf(exporter: (typeof exporters)[number], document: Document): Promise<Texts> {
  const model = { document, plan: compile(document, library) };
  try {
    const { files } = await exportedFiles(exporter, model, trainedSupplies(model), everything('en'));
    const texts = Object.entries(files).flatMap(([path, text]) =>
      typeof text === 'string' && !path.endsWith('.deepbrick.json') ? [[path, text] as const] : [],
    );
    const joined = (kept: (path: string) => boolean) =>
      texts.flatMap(([path, text]) => (kept(path) ? [path, text] : [])).join('\n');
    return { code: joined((path) => path !== 'README.md'), readme: joined((path) => path === 'README.md') };
  } catch (error) {
    return { refused: (error as Error).message };
  }
}

function outcome(before: Texts, after: Texts): string {
  if ('refused' in after) return 'refused';
  if ('refused' in before) throw new Error(before.refused);
  if (before.code !== after.code) return 'code';
  return before.readme === after.readme ? 'nothing' : 'README';
}

const rows: string[][] = [];
for (const [path, before, after] of walks) {
  const cells = [];
  for (const exporter of trained) {
    cells.push(outcome(await textsOf(exporter, before), await textsOf(exporter, after)));
  }
  rows.push([path, ...cells]);
  console.log([path, ...cells].join('  '));
}
const named = rows.map(
  ([path], at) => `${path}${rows.slice(0, at).some(([other]) => other === path) ? ` (${at})` : ''}`,
);
const cells = rows.flatMap(([, ...own]) => own);
await writeSection(
  join(root, 'e2e/exported/settings.md'),
  '# What a changed setting changes in each target\n\nWritten by `settings.ts`. `code`: the files that compute; `README`: only what it says, which is why the setting means nothing there; `refused`: the changed document does not leave there, in words. ONNX and Graphviz take the computation alone, and are left out.',
  {
    title: 'Settings and targets',
    about: () =>
      `${rows.length} settings in ${trained.length} targets: ${['code', 'README', 'refused', 'nothing'].map((word) => `${cells.filter((cell) => cell === word).length} ${word}`).join(', ')}.`,
    head: ['setting', ...trained.map(({ id }) => id)],
    rows: rows.map(([, ...own], at) => [named[at]!, ...own]),
  },
  named,
);
process.exitCode = cells.includes('nothing') ? 1 : 0;
