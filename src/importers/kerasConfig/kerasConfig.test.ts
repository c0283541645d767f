import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { library } from '../../../templates/index';
import { initialParams } from '../../brick/brick';
import { callOf } from '../../compile/callOf';
import { compile } from '../../compile/compile';
import { runnable } from '../../compile/plan';
import { snakeCase } from '../../compile/identifiers';
import { longestName } from '../../document/longestName';
import { importNotes } from '../../i18n/imports/importNotes';
import { importTroubleText } from '../../i18n/troubles/importTrouble';
import { importModel } from '../importModel';
import type { Imported } from '../importer';

/** Written by `fixtures/write.py`: the same model by Keras 2.15 and by Keras 3, as JSON and as configuration. */
const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8');

const read = (json: unknown) =>
  importModel(
    { name: 'model.json', blob: new Blob([typeof json === 'string' ? json : JSON.stringify(json)]) },
    library,
  );

async function imported(json: unknown): Promise<Imported> {
  const result = await read(json);
  if (!result.ok) throw new Error(importTroubleText(result.error, 'en'));
  return result.value;
}

async function refusal(json: unknown) {
  const result = await read(json);
  return result.ok ? null : { ...result.error, said: importTroubleText(result.error, 'en') };
}

test.each([
  ['keras3', 'input_layer', ['“dropout”: seed = 7 was skipped.']],
  ['keras3Config', 'input_layer', ['“dropout”: seed = 7 was skipped.']],
  ['keras2', 'dense_input', ['“dropout”: seed = 7 was skipped.']],
])('%s: the same names, parameters and counts as in Keras', async (name, input, notes) => {
  const { document, report } = await imported(fixture(name));
  const none = { name: 'none' };
  expect(document.title).toBe('digits_mlp');
  expect(
    Object.entries(document.nodes).map(([layer, { type, params, trainable }]) => [layer, type, trainable, params]),
  ).toEqual([
    [input, 'inputVector', true, { shape: [784] }],
    [
      'dense',
      'dense',
      true,
      expect.objectContaining({
        units: 128,
        activation: 'relu',
        useBias: true,
        kernelInitializer: { name: 'heNormal' },
        kernelRegularizer: { name: 'l1l2', l1: 0, l2: expect.closeTo(0.001, 8) as number },
        activityRegularizer: none,
      }),
    ],
    ['dropout', 'dropout', true, { rate: 0.3 }],
    [
      'dense_1',
      'dense',
      false,
      expect.objectContaining({
        units: 64,
        activation: 'tanh',
        useBias: false,
        kernelInitializer: { name: 'glorotUniform' },
        kernelConstraint: { name: 'maxNorm', maxValue: 3, axis: 0 },
      }),
    ],
    ['activation', 'activation', true, { activation: 'elu' }],
    [
      'predictions',
      'dense',
      true,
      expect.objectContaining({ units: 10, activation: 'softmax', biasInitializer: { name: 'constant', value: 0.1 } }),
    ],
  ]);
  expect(importNotes(report, 'en')).toEqual(notes);
  const plan = compile(document, library);
  // As `model.count_params()` says.
  expect([plan.issues, plan.totals.parameters]).toEqual([[], 109_322]);
  const standing = Object.keys(document.nodes).filter((layer) => document.nodes[layer]!.stacked !== true);
  expect(standing).toEqual([input, 'dense']);
});

test('Flatten, after an input that Keras made when it was built', async () => {
  const { document } = await imported(fixture('keras3Built'));
  expect(Object.keys(document.nodes)).toEqual(['input_layer_1', 'flatten', 'dense_2']);
  expect(compile(document, library).totals.parameters).toBe(99);
});

const dense = (config: object = {}) => ({
  class_name: 'Dense',
  config: { name: 'a', units: 3, batch_input_shape: [null, 2], ...config },
});
const sequential = (...layers: object[]) => ({ class_name: 'Sequential', config: layers, keras_version: '2.1.6' });

test('a bare list of layers without an input, as Keras wrote it before 2.2.3', async () => {
  const scaling = {
    class_name: 'VarianceScaling',
    config: { distribution: 'uniform', scale: 1, seed: null, mode: 'fan_avg' },
  };
  const { document, report } = await imported(sequential(dense({ kernel_initializer: scaling })));
  expect(document.nodes).toMatchObject({
    input_layer: { type: 'inputVector', params: { shape: [2] } },
    a: { params: { units: 3, kernelInitializer: { name: 'glorotUniform' } } },
  });
  expect(importNotes(report, 'en')[0]).toBe('The input had no name: it is “input_layer”.');
});

test.each([
  [{ class_name: 'MyModel', config: { layers_count: 3 } }, 'noLayers', null, 'of the class MyModel'],
  [sequential(dense({ units: -1 })), 'argument', 'a', '“a” has units = -1; its brick takes 1 … 1000000'],
  [sequential(dense({ activation: 'my_own' })), 'argument', 'a', '“a” has activation = "my_own"'],
  [sequential(dense({ lora_rank: 4 })), 'argument', 'a', '“a” has lora_rank = 4, which its brick does not compute'],
  [sequential(dense({ batch_input_shape: [null, null] })), 'openInput', 'input_layer', '(“input_layer”: None)'],
  [sequential(dense({ batch_input_shape: undefined })), 'noInput', null, 'Put keras.Input(shape) first'],
  [sequential(dense(), dense()), 'document', null, '“a” occurs twice'],
  [sequential(dense({ name: 'constructor' })), 'document', null, '“constructor”'],
  [sequential(dense({ name: '' })), 'structure', 'config.layers.0.config', 'config.layers.0'],
  [sequential({ class_name: 'Dense' }), 'structure', 'config.layers.0', 'config.layers.0'],
  [sequential(), 'structure', 'config.layers', 'config.layers'],
  [fixture('keras3').slice(0, 2000), 'document', null, 'not valid JSON'],
])('%j is refused in words', async (json, code, where, text) => {
  const refused = await refusal(json);
  expect(refused).toMatchObject({ code, where });
  expect(refused?.said).toContain(text);
});

test('a start that has no name here is left out, and said', async () => {
  const { document, report } = await imported(
    sequential(dense({ kernel_initializer: { class_name: 'Mine', config: {} } })),
  );
  expect(document.nodes['a']!.params['kernelInitializer']).toEqual({ name: 'glorotUniform' });
  expect(importNotes(report, 'en').join()).toContain('“a”: kernel_initializer = ');
});

test('optimizer, loss and metrics are taken', async () => {
  const { document } = await imported(fixture('keras3'));
  expect(document.training).toMatchObject({
    optimizer: { name: 'adam', settings: { learningRate: 0.001, beta1: 0.9 } },
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
  });
});

test('a layer without a brick keeps its place, named and with its settings', async () => {
  const input = { class_name: 'InputLayer', config: { name: 'in', batch_input_shape: [null, 4] } };
  const own = { ...dense({ name: 'own', lora: { rank: 2 } }), registered_name: 'mine>Dense' };
  const { document, report } = await imported(sequential(input, own, dense()));
  expect(document.nodes['own']).toMatchObject({
    type: 'placeholder',
    params: { className: 'mine>Dense', config: { units: 3, lora: { rank: 2 } }, shape: null },
  });
  const plan = compile(document, library);
  expect(plan.issues).toMatchObject([{ code: 'placeholder', where: 'own', data: { layer: 'mine>Dense' } }]);
  expect([plan.shapes['a'], runnable(plan), document.nodes['a']!.stacked]).toEqual([[3], false, true]);
  expect(importNotes(report, 'en')).toEqual([
    'The file does not say what comes out of “own”: it is taken for as large as what goes in.',
    '“own” is a mine>Dense, which no brick computes: a placeholder keeps its place and settings.',
  ]);
});

test('hard_sigmoid of Keras 1 and 2 is the function that it was there', async () => {
  const { document } = await imported(sequential(dense({ activation: 'hard_sigmoid' })));
  expect(document.nodes['a']!.params).toMatchObject({ activation: 'legacyHardSigmoid' });
});

test('hard_sigmoid is taken from Keras 3, where it is the function of that name here', async () => {
  const text = fixture('keras3Config').replace('"activation": "elu"', '"activation": "hard_sigmoid"');
  expect((await imported(text)).document.nodes['activation']!.params).toEqual({ activation: 'hardSigmoid' });
});

const alone = Object.values(library.bricks).filter(({ inputs, wraps, nested }) => inputs === 1 && !wraps && !nested);

test.each(alone.map((brick) => ({ type: brick.type, brick })))(
  'no argument of $type makes it throw',
  async ({ brick }) => {
    const { kerasArgs } = callOf(brick, { ...initialParams(brick), ...brick.examples[0].params }, brick.examples[0].in);
    const names = [...Object.keys(brick.params), ...Object.keys(kerasArgs)].map(snakeCase);
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom({ role: 'layer' }, { class_name: 'L2', config: null }),
    );
    const config = fc.dictionary(fc.constantFrom('name', ...names), value);
    const property = fc.asyncProperty(config, async (given) => {
      const layer = {
        class_name: brick.layer.keras,
        config: { ...given, name: 'a', batch_input_shape: [null, 8, 8, 3] },
      };
      const result = await read(sequential(layer));
      expect(result.ok || importTroubleText(result.error, 'en').length > 0).toBe(true);
    });
    await fc.assert(property, { numRuns: 40 });
  },
);

test.each([
  ['Köpfe', 'Köpfe'],
  ['a'.repeat(longestName + 30), 'a'.repeat(longestName)],
  [undefined, 'sequential'],
  [7, 'sequential'],
])('a model named %s is titled %s', async (name, title) => {
  const json = JSON.parse(fixture('keras3')) as { config: { name?: unknown } };
  json.config.name = name;
  expect((await imported(json)).document.title).toBe(title);
});
