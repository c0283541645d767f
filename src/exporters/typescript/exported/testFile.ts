import { layerNames } from '../../../compile/layerNames';
import type { Plan } from '../../../compile/plan';
import { fixedBatch } from '../../../compile/stateful';
import { typescriptString, typescriptValue } from '../typescriptText';

/** `test/model.test.ts` of an exported project: the model is the one that was drawn, and computes the same numbers. */
export function testFile(plan: Plan, stored: { readonly weights: boolean; readonly sample: boolean }): string {
  const names = layerNames(plan.steps);
  const batch = fixedBatch(plan);
  const rows = plan.steps.map(
    ({ name, shape, parameters }) =>
      `  [${typescriptString(names.get(name)!)}, ${typescriptValue([batch, ...shape])}, ${parameters}],`,
  );
  const fs = stored.sample ? `import { readFileSync } from 'node:fs';\nimport { resolve } from 'node:path';\n` : '';
  const weights = stored.weights ? `import { exportedWeights, loadWeights } from '../src/weights';\n` : '';
  const load = stored.weights ? '  loadWeights(model, exportedWeights);\n' : '';
  return `import assert from 'node:assert/strict';
${fs}import { before, test } from 'node:test';
import * as tf from '@tensorflow/tfjs';
import { chooseBackend } from '../src/backend';
import { createModel } from '../src/model';
${weights}
/** Layer, output shape with the batch first, number of parameters: what the editor showed. */
const layers: readonly (readonly [string, readonly (number | null)[], number])[] = [
${rows.join('\n')}
];

let model: tf.LayersModel;

before(async () => {
  await chooseBackend();
  model = createModel();
${load}});

test('every layer has the shape and the parameters of the editor', () => {
  const built = layers.map(([name]) => [name, model.getLayer(name).outputShape, model.getLayer(name).countParams()]);
  assert.deepEqual(built, layers);
  assert.equal(model.layers.length, layers.length);
  assert.equal(model.countParams(), ${plan.totals.parameters});
});
${stored.sample ? sampleTest : ''}`;
}

const sampleTest = `
test('the stored sample gives the stored output', async () => {
  const stored = JSON.parse(readFileSync(resolve(import.meta.dirname, 'sample.json'), 'utf8')) as {
    readonly input: { readonly shape: number[]; readonly values: number[] };
    readonly output: readonly number[];
  };
  const x = tf.tensor(stored.input.values, [1, ...stored.input.shape], 'float32');
  const y = model.predict(x) as tf.Tensor;
  const output = [...(await y.data())];
  tf.dispose([x, y]);
  assert.equal(output.length, stored.output.length);
  const largest = Math.max(...output.map((value, index) => Math.abs(value - stored.output[index]!)));
  console.log('Largest difference from the editor: ' + largest.toExponential(1));
  assert.ok(largest <= 1e-5, 'the output differs by ' + largest);
});
`;
