/**
 * `npx tsx e2e/pytorch/curves.ts [--keep] [NAMES…]`: trains documents, one setting of training at a time, with our engine and, from the
 * same weights, as exported PyTorch projects, and compares every number of every epoch.
 */
import { join } from 'node:path';
import { imagenetClassesHere } from '../../src/cli/imagenetClassesHere';
import { compile } from '../../src/compile/compile';
import { stateful } from '../../src/compile/stateful';
import { pytorch } from '../../src/exporters/pytorch';
import { library } from '../../templates/index';
import { type CurveCase, curveCases } from '../keras/projects/curveCases';
import { curvesBeside } from '../keras/projects/curvesBeside';
import { PythonLines } from '../keras/saved/pythonLines';
import { pythonOf } from '../python';

/** A project goes through the samples in the editor's order, shuffled or not. */
async function cases(): Promise<readonly CurveCase[]> {
  const all = (await curveCases()).filter(({ document }) => !stateful(compile(document, library)));
  const shuffled = all.slice(0, 3).map((one): CurveCase => {
    const training = { ...one.document.training, shuffle: true };
    return { ...one, name: `${one.name}, shuffled`, document: { ...one.document, training } };
  });
  return [...all, ...shuffled];
}

const problems = await curvesBeside({
  tool: 'PyTorch',
  python: new PythonLines('../../pytorch/run_projects.py', { python: pythonOf(import.meta.dirname, 'PyTorch') }),
  validation: 'validation_',
  files: (model, start, dataset) =>
    pytorch.files(model, {
      weights: async () => start,
      kerasWeights: () => Promise.reject(new Error('A PyTorch project takes no HDF5.')),
      sample: async () => null,
      imagenetClasses: async () => imagenetClassesHere(),
      data: async () => dataset,
      sources: () => Promise.reject(new Error('A PyTorch project takes none of our sources.')),
    }),
  cases: await cases(),
  only: process.argv.slice(2).filter((given) => given !== '--keep'),
  keep: process.argv.includes('--keep'),
  report: { file: join(import.meta.dirname, 'curves.md'), title: 'One setting at a time' },
});
process.exitCode = problems === 0 ? 0 : 1;
