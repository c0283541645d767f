/**
 * `npx tsx e2e/keras/curves.ts [--keep] [--backend tensorflow --python PATH] [NAMES…]`: trains documents, one setting of training at a time, with our engine and,
 * from the same weights and in the same order, as exported Keras projects on JAX (models that keep their state on TensorFlow, with a Python that has it), and compares every number of every epoch.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from '../../src/compile/compile';
import { stateful } from '../../src/compile/stateful';
import { kerasProject } from '../../src/exporters/keras/project/project';
import { saveModel } from '../../src/formats/saved/saveModel';
import { library } from '../../templates/index';
import { kerasPython } from './python';
import { type CurveCase, curveCases } from './projects/curveCases';
import { curvesBeside } from './projects/curvesBeside';
import { PythonLines } from './saved/pythonLines';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    keep: { type: 'boolean', default: false },
    backend: { type: 'string', default: 'jax' },
    python: { type: 'string' },
  },
});
const python = new PythonLines('../projects/run_projects.py', {
  python: values.python ?? kerasPython(),
  // Compiled without them, the gradient of a GlobalMaxPooling2D was NaN; computed eagerly, and with them, it is as ours.
  env: { KERAS_BACKEND: values.backend, JAX_DISABLE_MOST_OPTIMIZATIONS: '0' },
});
// Keras on JAX keeps no state between batches, and the project refuses it.
const remembers = ({ document }: CurveCase) => stateful(compile(document, library));
const problems = await curvesBeside({
  tool: 'Keras',
  python,
  validation: 'val_',
  async files(model, start, data) {
    const saved = await saveModel({ plan: model.plan, weights: start, document: null }, 'weights');
    const weights = new Uint8Array(await saved.arrayBuffer());
    return kerasProject({ ...model, weights, sample: null, data });
  },
  cases: (await curveCases()).filter((one) => values.backend !== 'jax' || !remembers(one)),
  only: positionals,
  keep: values.keep,
  report: { file: join(import.meta.dirname, 'curves.md'), title: `On ${values.backend}` },
});
process.exitCode = problems === 0 ? 0 : 1;
