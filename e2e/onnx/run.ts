import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { layerNames } from '../../src/compile/layerNames';
import { withBundle } from '../nodeBundle';
import { Onnxruntime } from './askOnnxruntime';
import type * as Cases from './cases';
import type { OnnxCase } from './cases';
import type { Outcome } from './outcome';
import { report } from './report';

/** Of some the random inputs do not fit the model: word numbers beyond the vocabulary, sizes too small. */
const randomGraphs = 245;

const given = process.argv.slice(2);
const whole = given.includes('--whole');
/** Only cases whose group is one of these or whose name contains one; then no report is written. */
const only = given.filter((argument) => argument !== '--whole');

/** One model written, run by onnxruntime, and compared with our engine. */
async function outcomeOf(module: typeof Cases, onnxruntime: Onnxruntime, one: OnnxCase): Promise<Outcome> {
  const { group, name, plan } = one;
  const file = module.written(one);
  if ('refused' in file) return { group, name, refused: file.refused, answer: null, unfit: null };
  const numbers = await module.computed(one);
  const unfit = 'error' in numbers ? numbers.error : null;
  const { inputs, outputs } = 'error' in numbers ? { inputs: [], outputs: [] } : numbers;
  const names = layerNames(plan.steps);
  const answer = await onnxruntime.ask({
    bytes: file.bytes,
    inputs: inputs.map((input, at) => ({ ...input, name: names.get(plan.inputs[at]!)! })),
    outputs: outputs.map((output, at) => ({ ...output, name: names.get(plan.outputs[at]!)! })),
  });
  // Open sizes that no data fit are let through by Keras and by us, and are found by ONNX's inference of shapes.
  const problems = answer.problems.filter((text) => unfit === null || !text.includes('ShapeInferenceError'));
  return { group, name, refused: null, answer: { ...answer, problems }, unfit };
}

await withBundle(join(import.meta.dirname, 'cases.ts'), async (module: typeof Cases) => {
  const start = performance.now();
  const cases = module
    .onnxCases(whole, randomGraphs)
    .filter(({ group, name }) => only.length === 0 || only.some((one) => group === one || name.includes(one)));
  await module.onCpu();
  const onnxruntime = new Onnxruntime();
  const versions = await onnxruntime.versions();
  const outcomes: Outcome[] = [];
  for (const one of cases) {
    outcomes.push(await outcomeOf(module, onnxruntime, one));
    if (outcomes.length % 200 === 0) console.log(`${outcomes.length} of ${cases.length}`);
  }
  onnxruntime.end();
  const seconds = Math.round((performance.now() - start) / 1000);
  const wrong = outcomes.flatMap(({ name, answer }) => {
    if (answer === null) return [];
    return answer.problems.map((text) => `${name}\n  ${text}`);
  });
  for (const problem of wrong) console.error(problem);
  const text = await format(report(outcomes, versions, seconds), { parser: 'markdown', printWidth: 120 });
  if (only.length === 0) writeFileSync(join(import.meta.dirname, 'report.md'), text);
  console.log(`${outcomes.length} models in ${seconds} s, ${wrong.length} mismatches`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
});
