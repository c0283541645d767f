import { describe, expect, test } from 'vitest';
import { chain } from '../../../e2e/documents/chain';
import { library } from '../../../templates/index';
import { compile } from '../../compile/compile';
import type { Plan } from '../../compile/plan';
import { parse } from '../../document/reading/parse';
import { matchWeights } from '../../pretrained/matching/match';
import { type WeightTensors, WeightsMismatch } from '../weights/weightTensors';
import { zipEntries } from '../zipEntries';
import { readSavedModel } from './readSavedModel';
import { saveModel } from './saveModel';
import { savedEndings, savedFormats } from './savedFormat';
import { wholeTensor } from '../weights/wholeTensor';

const document = chain(
  'Two “towers” <script>',
  [
    ['inputImage', 'photo', { shape: [32, 32, 3] }],
    ['pretrainedBackbone', 'backbone', { architecture: 'mobilenet', alpha: 0.25, pooling: 'avg' }],
    ['dense', 'hidden layer', { units: 4 }],
    ['batchNormalization', '정규화'],
    ['dropout', 'dropout'],
    ['dense', 'answer', { units: 2, activation: 'softmax' }],
  ],
  ['backbone'],
);
const plan = compile(document, library);

function weightsOf({ steps }: Plan, prefix = ''): WeightTensors {
  let count = 0;
  return Object.fromEntries(
    steps.flatMap((step): (readonly [string, WeightTensors[string]])[] => {
      if (step.nested) return Object.entries(weightsOf(step.nested, `${prefix}${step.name}/`));
      return step.weights.map(({ name, shape }) => {
        const length = shape.reduce((product, size) => product * size, 1);
        const values = Float32Array.from({ length }, (_, index) => Math.fround(Math.sin(index + ++count * 0.1)));
        return [`${prefix}${step.name}/${name}`, { shape, values }];
      });
    }),
  );
}
const weights = weightsOf(plan);

describe('a saved model', () => {
  test.each(savedFormats)('%s is read again, bit by bit, with its document', async (format) => {
    const blob = await saveModel({ plan, weights, document }, format);
    const opened = await readSavedModel([{ name: `model${savedEndings[format]}`, blob }]);
    const parsed = opened.document === null ? null : parse(opened.document);
    const { report, pairs } = matchWeights(plan, opened.weights);
    expect(parsed).toEqual(format === 'weights' ? null : { ok: true, value: document });
    expect(report).toMatchObject({ missing: [], extra: [], wrongShape: [] });
    expect(pairs).toHaveLength(Object.keys(weights).length);
    for (const { key, tensor } of pairs) expect([key, await wholeTensor(tensor)]).toEqual([key, weights[key]!.values]);
    opened.weights.close();
  });

  test('without a document there is none', async () => {
    const blob = await saveModel({ plan, weights, document: null }, 'keras');
    const opened = await readSavedModel([{ name: 'model.keras', blob }]);
    expect(opened.document).toBeNull();
    opened.weights.close();
  });

  test('weights of another model are refused', async () => {
    const { [Object.keys(weights)[0]!]: _first, ...others } = weights;
    await expect(saveModel({ plan, weights: others, document }, 'h5')).rejects.toThrow(WeightsMismatch);
  });

  test('names that only the editor takes become legal, and frozen layers say so', async () => {
    const blob = await saveModel({ plan, weights, document }, 'keras');
    const entries = await zipEntries(blob);
    expect(entries.map(({ name }) => name)).toEqual([
      'metadata.json',
      'config.json',
      'model.weights.h5',
      'deepbrick.json',
    ]);
    const text = await (await entries[1]!.open()).text();
    const { config } = JSON.parse(text) as { config: { layers: { name: string; config: { trainable?: boolean } }[] } };
    expect(config.layers.map(({ name, config: { trainable } }) => [name, trainable])).toEqual([
      ['photo', undefined],
      ['backbone', false],
      ['hidden_layer', true],
      ['batch_normalization', true],
      ['dropout', undefined],
      ['answer', true],
    ]);
    expect(plan.issues).toEqual([]);
  });
});
