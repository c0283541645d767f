import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { brickList } from '../../bricks/index';
import { compile } from '../../src/compile/compile';
import { layerNames } from '../../src/compile/layerNames';
import type { Plan } from '../../src/compile/plan';
import { toTypeScript } from '../../src/exporters/typescript/typescript';
import { buildTemplate } from '../../src/document/template';
import { buildModel, disposeModel } from '../../src/engine/model/model';
import { setWeights } from '../../src/engine/model/trainableModel';
import { library, templates } from '../../templates/index';
import { givenFor } from '../keras/cases/given';
import { valuesOf } from '../keras/cases/numbers';
import { planOf } from '../keras/cases/plans';
import { smaller } from '../keras/cases/smaller';
import { maskedGraphs } from '../keras/grid/maskedGraphs';
import { randomGraphs, repeatedGraphs } from '../keras/grid/randomGraphs';
import { modelFromCode } from './trainedExport';

const listOf = (value: tf.Tensor | tf.Tensor[]) => (Array.isArray(value) ? value : [value]);

/** Outputs of the engine's model and of the one that the printed code builds, with the same weights and inputs. */
async function both(plan: Plan): Promise<{ engine: Float32Array[]; printed: Float32Array[] }> {
  const given = givenFor(plan, plan.title, {});
  const inputs = given.inputs.map((one) => tf.tensor(valuesOf(one), [...one.shape]));
  const fed = inputs.length === 1 ? inputs[0]! : inputs;
  const outputs = (model: { apply(x: typeof fed, settings: object): unknown }) =>
    listOf(model.apply(fed, { training: false }) as tf.Tensor | tf.Tensor[]).map((y) =>
      Float32Array.from(y.dataSync()),
    );

  const printedModel = await modelFromCode(toTypeScript(plan));
  const names = layerNames(plan.steps);
  const built = buildModel(plan);
  const weights = plan.steps.flatMap((step) =>
    step.weights.map((weight, index) => ({
      step,
      key: `${step.name}/${weight.name}`,
      shape: weight.shape,
      values: valuesOf(given.weights[step.name]![index]!),
    })),
  );
  for (const step of plan.steps.filter((one) => one.weights.length > 0)) {
    const own = weights.filter((weight) => weight.step === step);
    const layer = printedModel.getLayer(names.get(step.name)!);
    layer.setWeights(own.map(({ values, shape }) => tf.tensor(values, [...shape])));
  }
  setWeights(built, Object.fromEntries(weights.map(({ key, shape, values }) => [key, { shape, values }])));
  const result = { engine: outputs(built.model), printed: outputs(printedModel) };
  disposeModel(built);
  return result;
}

/** Largest difference between the two, relative to values above 1; not a number where they have other sizes. */
async function difference(plan: Plan): Promise<number> {
  const { engine, printed } = await both(plan);
  const gaps = engine.flatMap((values, output) =>
    Array.from(values, (value, index) => Math.abs(value - printed[output]![index]!) / Math.max(1, Math.abs(value))),
  );
  return gaps.reduce((most, gap) => (gap <= most ? most : gap), 0);
}

beforeAll(async () => {
  await tf.setBackend('cpu');
  await tf.ready();
});
afterEach(() => tf.disposeVariables());

describe('the printed code computes what the engine computes', () => {
  test.each(
    brickList
      .filter(({ inputs, nested }) => inputs !== 0 && !nested)
      .flatMap((brick) =>
        brick.examples.map((example, index) => [`${brick.type} ${index + 1}`, brick, example] as const),
      ),
  )('%s', async (_, brick, example) => {
    const plan = planOf({ type: brick.type, params: example.params, in: example.in });
    expect(await difference(plan)).toBeLessThanOrEqual(1e-5);
  });

  // Architectures are Keras's to compare with; a VGG16 with a head is no other code than MobileNet with one, and 15 times as much work.
  const small = templates.filter(({ id, architecture }) => !architecture && id !== 'vgg16-transfer');
  test.each(small.map(({ id }) => id))('template %s', async (id) => {
    const document = buildTemplate(templates.find((template) => template.id === id)!);
    const plan = compile(smaller(document) ?? document, library);
    expect(await difference(plan)).toBeLessThanOrEqual(1e-5);
  });

  test.each([
    ...maskedGraphs.filter((_, index) => index % 31 === 0),
    ...randomGraphs(25),
    ...repeatedGraphs.filter((_, index) => index % 2 === 0),
  ])('$title', async ({ document }) => {
    expect(await difference(compile(document, library))).toBeLessThanOrEqual(1e-5);
  });
});
