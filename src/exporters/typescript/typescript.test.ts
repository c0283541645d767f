import * as tf from '@tensorflow/tfjs';
import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { modelFromCode } from '../../../e2e/exported/trainedExport';
import { brickList } from '../../../bricks/index';
import { library, templates } from '../../../templates/index';
import { buildTemplate } from '../../document/template';
import { compile } from '../../compile/compile';
import { hostile, hostileNames, renamed } from '../../../e2e/documents/hostile';
import { layerNames } from '../../compile/layerNames';
import type { Plan, Step } from '../../compile/plan';
import { chain, frozenHead } from '../../../e2e/documents/chain';
import { fixedBatch } from '../../compile/stateful';
import { tfjsCall } from '../../compile/tfjsCall';
import { toTypeScript } from './typescript';

/** Everything about a layer that the plan promises. */
interface Described {
  readonly name: string;
  readonly shape: readonly (number | null)[];
  readonly weights: readonly (readonly number[])[];
  readonly trainable: number;
  readonly args: Readonly<Record<string, unknown>>;
  readonly nested?: readonly Described[];
}

const byName = (described: readonly Described[]) => described.toSorted((a, b) => (a.name < b.name ? -1 : 1));
const plain = (value: unknown) => Array.isArray(value) || typeof value !== 'object';

/** Layers of our own say nothing about themselves; `printedNumbers.test.ts` compares what they compute. */
const hasConfig = (step: Step) => !step.nested && step.inputs.length > 0 && tfjsCall(step).own === null;

function promised(plan: Plan, trained = true): readonly Described[] {
  const names = layerNames(plan.steps);
  return byName(
    plan.steps.map((step) => ({
      name: names.get(step.name)!,
      shape: [fixedBatch(plan), ...step.shape],
      weights: step.weights.map(({ shape }) => shape),
      trainable: trained ? step.trainableParameters : 0,
      args: Object.fromEntries(
        Object.entries(hasConfig(step) ? tfjsCall(step).args : {}).filter(([, value]) => plain(value)),
      ),
      ...(step.nested && { nested: promised(step.nested, step.trainable) }),
    })),
  );
}

/** tf.layers keeps the one number of a layer for sequences as a list, and leaves some settings out of its config. */
const like = (wanted: unknown, value: unknown) =>
  typeof wanted === 'number' && Array.isArray(value) ? value[0] : value;

/** What was built, told in the same words; of each layer's arguments only those that the plan has. */
function built(model: tf.LayersModel, wanted: readonly Described[]): readonly Described[] {
  return byName(
    model.layers.map((layer) => {
      const same = wanted.find(({ name }) => name === layer.name);
      const config: Record<string, unknown> = same?.nested ? {} : { ...layer, ...layer.getConfig() };
      return {
        name: layer.name,
        shape: layer.outputShape as (number | null)[],
        weights: layer.getWeights().map(({ shape }) => shape),
        trainable: layer.trainableWeights.reduce((sum, { shape }) => sum + tf.util.sizeFromShape(shape as number[]), 0),
        args: Object.fromEntries(
          Object.entries(same?.args ?? {}).map(([name, value]) => [name, like(value, config[name])]),
        ),
        ...(same?.nested && { nested: built(layer as unknown as tf.LayersModel, same.nested) }),
      };
    }),
  );
}

/** The layers that the printed code builds, and those that the plan promises. */
async function both(plan: Plan): Promise<{ made: readonly Described[]; wanted: readonly Described[] }> {
  const wanted = promised(plan);
  return { made: built(await modelFromCode(toTypeScript(plan)), wanted), wanted };
}

afterEach(() => tf.disposeVariables());

describe('toTypeScript', () => {
  const small: Record<string, Record<string, unknown>> = { vgg16: { includeTop: false, inputShape: [32, 32, 3] } };

  test.each(templates.map(({ id }) => id))('template %s: the printed code builds the plan', async (id) => {
    const template = templates.find((candidate) => candidate.id === id)!;
    const plan = compile(buildTemplate(template, small[id]), library);
    expect(plan.steps.length).toBeGreaterThan(1);
    const { made, wanted } = await both(plan);
    expect(made).toEqual(wanted);
  });

  test('a frozen backbone is a function of its own', async () => {
    const plan = compile(frozenHead(32), library);
    const code = toTypeScript(plan);
    expect(code).toContain('function createVgg16(): tf.LayersModel {');
    expect(code).toContain('  for (const layer of model.layers) {\n    layer.trainable = false;\n  }\n  return model;');
    const { made, wanted } = await both(plan);
    expect(made).toEqual(wanted);
    expect((await modelFromCode(code)).countParams()).toBe(plan.totals.parameters);
  }, 60_000);

  test.each(
    brickList
      .flatMap((brick) => brick.examples.map((example, index) => [`${brick.type} ${index}`, brick, example] as const))
      .filter(
        ([, brick, example]) => brick.inputs === 1 && !brick.nested && example.in[0]!.every((size) => size !== null),
      ),
  )('every argument of %s', async (_, brick, example) => {
    const shape = example.in[0]!;
    const input = shape.length === 3 ? 'inputImage' : 'inputVector';
    const links =
      shape.length === 3 || shape.length === 1
        ? [[input, 'input', { shape: [...shape] }] as const]
        : [
            ['inputVector', 'input', { shape: [shape.reduce<number>((product, size) => product * size!, 1)] }] as const,
            ['reshape', 'reshaped', { targetShape: [...shape] }] as const,
          ];
    const plan = compile(chain('one', [...links, [brick.type, 'it', example.params as never]]), library);
    expect(plan.issues).toEqual([]);
    const { made, wanted } = await both(plan);
    expect(made).toEqual(wanted);
  });

  test('a frozen BatchNormalization stays in inference mode while the rest trains', async () => {
    const plan = compile(
      chain(
        'frozen',
        [
          ['inputVector', 'input', { shape: [3] }],
          ['batchNormalization', 'bn'],
          ['dense', 'out', { units: 4 }],
        ],
        ['bn'],
      ),
      library,
    );
    const model = await modelFromCode(toTypeScript(plan));
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    await model.fit(tf.scalar(7).mul(tf.ones([8, 3])), tf.zeros([8, 4]), { epochs: 2, verbose: 0 });
    const [, , mean, variance] = model.getLayer('bn').getWeights();
    expect([...mean!.dataSync(), ...variance!.dataSync()]).toEqual([0, 0, 0, 1, 1, 1]);
  });

  test.each([
    { axis: 1, frozen: false, weights: 4 },
    { axis: -1, center: false, frozen: false, weights: 3 },
    { axis: 2, scale: false, center: false, frozen: true, weights: 2 },
  ])('BatchNormalization that tf.layers cannot train: %o', async ({ frozen, weights, ...params }) => {
    const links = [
      ['inputImage', 'input', { shape: [4, 3, 2] }],
      ['batchNormalization', 'bn', params],
      ['flatten', 'flat'],
      ['dense', 'out', { units: 1 }],
    ] as const;
    const plan = compile(chain('unusual', links, frozen ? ['bn'] : []), library);
    const model = await modelFromCode(toTypeScript(plan));
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const x = tf.randomUniform([8, 4, 3, 2], 5, 9, 'float32', 3);
    await model.fit(x, tf.ones([8, 1]), { epochs: 1, batchSize: 8, verbose: 0 });
    const held = model.getLayer('bn').getWeights();
    expect(held).toHaveLength(weights);
    const mean = await held.at(-2)!.data();
    const axes = [0, 1, 2, 3].filter((axis) => axis !== (params.axis < 0 ? params.axis + 4 : params.axis));
    const batch = await x.mean(axes).data();
    // moving mean = 0 · 0.99 + batch mean · 0.01; a frozen layer keeps 0.
    mean.forEach((value, at) => expect(value).toBeCloseTo(frozen ? 0 : batch[at]! * 0.01, 5));
  });

  const digits = buildTemplate(templates.find(({ id }) => id === 'digits')!);
  const residual = buildTemplate(templates.find(({ id }) => id === 'residual')!);

  test('every hostile name and title prints as valid code', async () => {
    for (let start = 0; start < hostileNames.length; start += 5) {
      const names = hostileNames.slice(start, start + 5);
      const plan = compile(renamed(digits, names[0]!, names), library);
      const { made, wanted } = await both(plan);
      expect(made).toEqual(wanted);
    }
  });

  test('random hostile names', async () => {
    await fc.assert(
      fc.asyncProperty(hostile(residual), async (document) => {
        const plan = compile(document, library);
        const { made, wanted } = await both(plan);
        expect(made).toEqual(wanted);
        tf.disposeVariables();
      }),
      { numRuns: 100 },
    );
  }, 120_000);

  test('a broken model still prints, and says so', () => {
    const code = toTypeScript(
      compile(
        chain('broken', [
          ['inputVector', 'a'],
          ['conv2d', 'b'],
        ]),
        library,
      ),
    );
    expect(code).toContain('// The model has open problems in the editor');
  });
});
