import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { fitOnce } from '../../../e2e/keras/computing/fitOnce';
import { fitFor } from '../../../e2e/keras/cases/fit';
import { givenFor } from '../../../e2e/keras/cases/given';
import { valuesOf } from '../../../e2e/keras/cases/numbers';
import { maskedGraphs, zeroSteps } from '../../../e2e/keras/grid/maskedGraphs';
import { randomGraphs, repeatedGraphs } from '../../../e2e/keras/grid/randomGraphs';
import { put } from '../../../e2e/keras/grid/parts';
import { library } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { buildDocument } from '../../document/template';
import { selectBackend } from '../backend/backend';
import { halvesOf } from './halves';
import { buildModel, disposeModel } from './model';
import { initialise } from './trainableModel';
import { readerOf } from './reader';

beforeAll(async () => {
  await selectBackend('cpu', null);
});

// Keras computes an even share of them, and all with --whole; here it is seen that they run, and leave nothing behind.
const graphs = [
  ...maskedGraphs.filter((_, index) => index % 97 === 0),
  ...randomGraphs(12),
  ...repeatedGraphs.filter((_, index) => index % 4 === 0),
];

test.each(graphs)('$title predicts and trains', async ({ title, document }) => {
  const plan = compile(document, library);
  expect(plan.issues).toEqual([]);
  const given = givenFor(plan, title, { inputRange: 1, zeroSteps });
  const tensors = tf.memory().numTensors;
  const built = buildModel(plan);
  initialise(built, 1);
  const inputs = given.inputs.map((input) => tf.tensor(valuesOf(input), [...input.shape]));
  const output = tf.tidy(() => built.model.apply(inputs.length === 1 ? inputs[0]! : inputs) as tf.Tensor);
  const rows = (await output.array()) as number[][];
  for (const row of rows) expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
  const fit = fitFor(plan, document.training, { ...given, training: true }, title)!;
  expect(await fitOnce(built, fit)).toBeGreaterThan(0);
  tf.dispose([output, ...inputs]);
  disposeModel(built);
  expect(tf.memory().numTensors).toBe(tensors);
});

test('a mask goes over a cut', async () => {
  const document = buildDocument('cut', (place) => {
    const text = put(place, ['inputText', { shape: [6] }]);
    const words = put(place, ['embedding', { inputDim: 9, outputDim: 4, maskZero: true }], text, 'words');
    put(place, ['dense', { units: 2 }], put(place, ['lstm', { units: 3 }], put(place, ['elu'], words)));
  });
  const built = buildModel(compile(document, library));
  initialise(built, 1);
  const x = tf.tensor([[3, 0, 8, 1, 0, 0]], [1, 6], 'int32');
  const before = new Set(
    built.flat.steps.map(({ path }) => path).filter((path) => /^(input_text|words.*)$/.test(path)),
  );
  const halves = halvesOf(built, before);
  expect(halves.boundary).toEqual(['words', 'words_mask']);
  const symbols = halves.boundary.map((path) => built.outputs.get(path)!);
  const values = readerOf(built.model.inputs, symbols)([x], false);
  const [answer] = readerOf(halves.inputs, [halves.outputs.get(built.plan.outputs[0]!)!])(values, false);
  const whole = built.model.apply(x) as tf.Tensor;
  expect([...(await answer!.data())]).toEqual([...(await whole.data())]);
  expect([...(await values[1]!.data())]).toEqual([1, 0, 1, 1, 0, 0]);
});
