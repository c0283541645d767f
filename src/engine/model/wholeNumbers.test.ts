import { describe, expect, it } from 'vitest';
import { library } from '../../../templates/index';
import { initialParams } from '../../brick/brick';
import { activations } from '../../brick/fields';
import { compile } from '../../compile/compile';
import { type Node, emptyDocument } from '../../document/document';
import { memoryCheckpoints } from '../checkpoints/checkpoints';
import { testSession } from '../testSession';

type Brick = readonly [type: string, params: Readonly<Record<string, unknown>>];

const shapes: readonly (readonly number[])[] = [[16], [4, 4], [4, 4, 1], [2, 4, 2, 1]];
const size = 16;

/** An input of this kind, a reshape where the brick needs it, and the brick. */
function model(input: string, shape: readonly number[], [type, params]: Brick) {
  const node = (of: string, given: object): Node => {
    const all = { ...initialParams(library.bricks[of]!), ...given } as Node['params'];
    return { type: of, params: all, trainable: true, at: [0, 0] };
  };
  const nodes: Record<string, Node> = {
    in: node(input, { shape: [size] }),
    as: node('reshape', { targetShape: shape }),
    out: node(type, params),
  };
  const inputs = library.bricks[type]!.inputs === 1 ? 1 : 2;
  const edges = [
    { from: 'in', to: 'as', port: 0 },
    ...Array.from({ length: inputs }, (_, port) => ({ from: 'as', to: 'out', port })),
  ];
  return compile({ ...emptyDocument('t'), nodes, edges }, library);
}

const bricks = Object.values(library.bricks).filter(({ inputs, nested, wraps }) => inputs !== 0 && !nested && !wraps);
const cases: readonly Brick[] = [
  ...bricks.map((brick): Brick => [brick.type, initialParams(brick) as Brick[1]]),
  ...activations.map((activation): Brick => ['activation', { activation }]),
  ['upSampling2d', { interpolation: 'bilinear' }],
  ['groupNormalization', { groups: 1 }],
  ['elu', { alpha: 0.5 }],
  ['softmax', { axis: [1] }],
];
const text = ([type, params]: Brick) =>
  `${type} ${JSON.stringify(params['activation'] ?? params['interpolation'] ?? '')}`;

/** What Keras on JAX refuses behind an `Input` of int32, or computes without fractions: e2e/keras/python/whole_numbers.py asks it. */
const refused = [
  'activation "sigmoid"',
  'activation "swish"',
  'conv1dTranspose "linear"',
  'conv2dTranspose "linear"',
  'depthwiseConv1d "linear"',
  'depthwiseConv2d "linear"',
  'groupNormalization ""',
  'layerNormalization ""',
  'resizing "bilinear"',
  'rmsNormalization ""',
  'separableConv1d "linear"',
  'separableConv2d "linear"',
  'unitNormalization ""',
  'upSampling2d "bilinear"',
];

const issues = (plan: ReturnType<typeof model>) => plan.issues.filter(({ severity }) => severity === 'error');

it('layers that need fractions refuse whole numbers, past layers that hand them on, and no others do', () => {
  const found = cases.filter((brick) =>
    shapes.some((shape) => issues(model('inputText', shape, brick)).some(({ code }) => code === 'wholeRefused')),
  );
  expect([...new Set(found.map(text))].toSorted()).toEqual(refused);
  expect(
    found.every((brick) =>
      shapes.every((shape) => issues(model('inputVector', shape, brick)).every(({ code }) => code !== 'wholeRefused')),
    ),
  ).toBe(true);
});

describe.each(['wasm', 'cpu'] as const)('on %s', (force) => {
  const fitting = cases.flatMap((brick) => {
    const shape = shapes.find((each) => issues(model('inputText', each, brick)).length === 0);
    return shape === undefined ? [] : [[text(brick), brick, shape] as const];
  });

  it.each(fitting)('whole numbers go into %s as the same numbers do that are none', async (_, brick, shape) => {
    const values = Float32Array.from({ length: size }, (__, place) => (place * 7) % 5);
    const answers: number[][] = [];
    for (const input of ['inputText', 'inputVector']) {
      const engine = testSession({
        wasmFiles: null,
        checkpoints: memoryCheckpoints(),
        dataset: () => Promise.reject(new Error('There is none.')),
        emit: () => undefined,
      });
      await engine.handle({ type: 'backend', force });
      await engine.load(model(input, shape, brick));
      const sample = { kind: 'numbers', shape: [size], values } as const;
      const { outputs } = await engine.handle({ type: 'predict', sample, layers: [] });
      answers.push([...outputs[0]!.values]);
      engine.session.free();
    }
    expect(answers[0]!.length).toBeGreaterThan(0);
    expect(answers[0]).toEqual(answers[1]);
  });
});
