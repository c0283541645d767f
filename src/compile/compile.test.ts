import { describe, expect, test } from 'vitest';
import { bricks } from '../../bricks/index';
import digits from '../../templates/digits';
import { library } from '../../templates/index';
import { initialParams } from '../brick/brick';
import type { Document } from '../document/document';
import { documentOf } from '../../e2e/documents/documentOf';
import { buildTemplate } from '../document/template';
import { compile } from './compile';
import { runnable } from './plan';

const input = ['inputImage', { shape: [28, 28, 1] }] as const;
const vector = ['inputVector', { shape: [12] }] as const;
const softmax = ['dense', { units: 10, activation: 'softmax' }] as const;
const plan = (...given: Parameters<typeof documentOf>) => compile(documentOf(...given), library);

/** One row: what is wrong, and exactly which issues come of it, with their fixes, and what is blocked. */
interface Row {
  readonly title: string;
  readonly given: Parameters<typeof documentOf>;
  readonly issues: readonly (readonly [code: string, where: string | null, data: object, fixes: readonly object[]])[];
  readonly blocked?: readonly string[];
}

const rows: readonly Row[] = [
  {
    title: 'a circle: only its bricks, not what lies behind',
    given: [
      { i: input, a: ['add'], b: ['conv2d'], c: ['dropout'], behind: ['flatten'], last: softmax },
      ['i>a@0', 'c>a@1', 'a>b', 'b>c', 'c>behind', 'behind>last'],
    ],
    issues: [['cycle', 'a', { through: ['a', 'b', 'c'] }, [{ kind: 'disconnect', from: 'b', to: 'c', port: 0 }]]],
    blocked: ['behind', 'last'],
  },
  {
    title: 'a brick wired to itself',
    given: [{ i: input, a: ['add'] }, ['i>a@0', 'a>a@1']],
    issues: [['cycle', 'a', { through: ['a'] }, [{ kind: 'disconnect', from: 'a', to: 'a', port: 1 }]]],
  },
  {
    title: 'a missing input',
    given: [{ i: input, f: ['flatten'], d: ['dense'], e: ['dense'] }, ['i>f', 'd>e']],
    issues: [['missingInput', 'd', { port: 0 }, [{ kind: 'addInput', brick: 'inputVector', to: 'd' }]]],
    blocked: ['e'],
  },
  {
    title: 'a hole in a merge',
    given: [{ i: input, j: input, a: ['add'] }, ['i>a@0', 'j>a@2']],
    issues: [['missingInput', 'a', { port: 1 }, []]],
  },
  {
    title: 'Dense on a picture',
    given: [{ i: input, d: softmax }, ['i>d']],
    issues: [
      [
        'rank',
        'd',
        { expected: [1, 2], shape: [28, 28, 1] },
        ['flatten', 'globalAveragePooling2d', 'globalMaxPooling2d'].map((brick) => ({
          kind: 'insert',
          brick,
          before: 'd',
          port: 0,
        })),
      ],
    ],
  },
  {
    title: 'Conv2D on a vector',
    given: [{ i: vector, c: ['conv2d'] }, ['i>c']],
    issues: [['rank', 'c', { expected: [3], shape: [12] }, []]],
  },
  {
    title: 'a window that is too large',
    given: [{ i: input, c: ['conv2d', { kernelSize: [29, 3] }] }, ['i>c']],
    issues: [
      [
        'windowTooLarge',
        'c',
        { axis: 'height', size: 28, window: 29, shape: [28, 28, 1] },
        [{ kind: 'setParam', node: 'c', param: 'padding', value: 'same' }],
      ],
    ],
  },
  {
    title: 'an unknown brick',
    given: [{ i: input, u: ['quantumLayer'], f: ['flatten'] }, ['i>u', 'u>f']],
    issues: [['unknownBrick', 'u', { type: 'quantumLayer' }, [{ kind: 'remove', node: 'u' }]]],
    blocked: ['f'],
  },
  {
    title: 'a brick named as something every object has',
    given: [{ i: input, u: ['constructor'], v: ['__proto__'] }, ['i>u', 'i>v']],
    issues: [
      ['unknownBrick', 'u', { type: 'constructor' }, [{ kind: 'remove', node: 'u' }]],
      ['unknownBrick', 'v', { type: '__proto__' }, [{ kind: 'remove', node: 'v' }]],
    ],
  },
  {
    title: 'two wires into one input',
    given: [{ i: input, j: input, f: ['flatten'] }, ['i>f', 'j>f']],
    issues: [['doubleInput', 'f', { from: ['i', 'j'] }, [{ kind: 'disconnect', from: 'j', to: 'f', port: 0 }]]],
  },
  {
    title: 'two wires into one port of a merge',
    given: [{ i: input, j: input, a: ['add'] }, ['i>a@0', 'i>a@1', 'j>a@1']],
    issues: [['doubleInput', 'a', { from: ['i', 'j'] }, [{ kind: 'disconnect', from: 'j', to: 'a', port: 1 }]]],
  },
  {
    title: 'a wire from nowhere',
    given: [{ i: input, f: ['flatten'], d: ['dense'] }, ['ghost>f', 'f>d']],
    issues: [['danglingEdge', 'f', { from: 'ghost' }, [{ kind: 'disconnect', from: 'ghost', to: 'f', port: 0 }]]],
    blocked: ['d'],
  },
  {
    title: 'a wire into an input',
    given: [{ i: input, j: input, f: ['flatten'] }, ['i>j', 'j>f']],
    issues: [['unexpectedInput', 'j', { from: 'i' }, [{ kind: 'disconnect', from: 'i', to: 'j', port: 0 }]]],
    blocked: ['f'],
  },
  {
    title: 'a loose brick',
    given: [{ i: input, f: ['flatten'], c: ['conv2d'] }, ['i>f']],
    issues: [
      [
        'loose',
        'c',
        {},
        [
          { kind: 'addInput', brick: 'inputImage', to: 'c' },
          { kind: 'remove', node: 'c' },
        ],
      ],
    ],
  },
  {
    title: 'only a loose brick: the model has no input',
    given: [{ d: ['dense'] }, []],
    issues: [
      [
        'loose',
        'd',
        {},
        [
          { kind: 'addInput', brick: 'inputVector', to: 'd' },
          { kind: 'remove', node: 'd' },
        ],
      ],
      ['noInput', null, {}, []],
    ],
  },
  {
    title: 'inputs of Add that differ',
    given: [{ i: input, j: ['inputImage', { shape: [14, 28, 1] }], a: ['add'] }, ['i>a@0', 'j>a@1']],
    issues: [
      [
        'inputsDiffer',
        'a',
        {
          shapes: [
            [28, 28, 1],
            [14, 28, 1],
          ],
          axis: 0,
        },
        [],
      ],
    ],
  },
  {
    title: 'an axis outside',
    given: [{ i: vector, b: ['batchNormalization', { axis: 3 }] }, ['i>b']],
    issues: [
      ['axisOutside', 'b', { axis: 3, shape: [12] }, [{ kind: 'setParam', node: 'b', param: 'axis', value: -1 }]],
    ],
  },
  {
    title: 'a picture too small for the backbone',
    given: [{ i: input, v: ['pretrainedBackbone'], f: ['flatten'] }, ['i>v', 'v>f']],
    issues: [
      [
        'pictureTooSmall',
        'v',
        { shape: [28, 28, 1], minimum: 32 },
        [{ kind: 'setParam', node: 'i', param: 'shape', value: [32, 32, 1] }],
      ],
    ],
    blocked: ['f'],
  },
  {
    title: 'a parameter that the brick lacks',
    given: [{ i: input, f: ['flatten', { dilationRate: 2 }] }, ['i>f']],
    issues: [['parameter', 'f', { param: 'dilationRate', value: '2', allowed: '' }, [{ kind: 'remove', node: 'f' }]]],
  },
];

test.each(rows)('$title', ({ given, issues, blocked = [] }) => {
  const result = plan(...given);
  expect(result.issues.map(({ code, where, data, fixes }) => [code, where, data, fixes])).toEqual(issues);
  expect(result.blocked).toEqual(blocked);
});

test.each([
  ['filters', Number.NaN, 'NaN'],
  ['filters', 1e99, '1e+99'],
  ['filters', -1, '-1'],
  ['filters', 0, '0'],
  ['filters', 1.5, '1.5'],
  ['filters', '64', '"64"'],
  ['filters', null, 'null'],
  ['kernelSize', [3], '[3]'],
  ['kernelSize', [3, Number.NaN], '[3,"NaN"]'],
  ['padding', 'reflect', '"reflect"'],
  ['activation', 'quantumReLU', '"quantumReLU"'],
  ['kernelInitializer', { name: '__proto__' }, '{"name":"__proto__"}'],
  ['kernelInitializer', { name: 'zeros', scale: 3 }, '{"name":"zeros","scale":3}'],
  ['padding', 'x'.repeat(500), `"${'x'.repeat(79)}…`],
])('parameter %s = %s is refused as %s, with its initial value as the way out', (param, value, text) => {
  const result = plan({ i: input, c: ['conv2d', { [param]: value }], f: ['flatten'] }, ['i>c', 'c>f']);
  const initial = initialParams(bricks['conv2d']!)[param];
  expect(result.issues).toMatchObject([
    {
      code: 'parameter',
      where: 'c',
      data: { param, value: text },
      fixes: [{ kind: 'setParam', node: 'c', param, value: initial }],
    },
  ]);
  expect(result.shapes).toEqual({ i: [28, 28, 1] });
  expect(result.blocked).toEqual(['f']);
});

test('a parameter that the file lacks has its initial value', () => {
  const document = documentOf({ i: input, c: ['conv2d'] }, ['i>c']);
  const lacking = { ...document, nodes: { ...document.nodes, c: { ...document.nodes['c']!, params: { filters: 3 } } } };
  expect(compile(lacking, library).shapes['c']).toEqual([26, 26, 3]);
});

describe('a bypassed brick', () => {
  test.each<[string, Parameters<typeof documentOf>, string, readonly number[]]>([
    [
      'hands its input on',
      [{ i: input, p: ['maxPooling2d', {}, { bypassed: true }], f: ['flatten'] }, ['i>p', 'p>f']],
      'f',
      [784],
    ],
    [
      'shows the shape that goes through',
      [{ p: ['maxPooling2d', {}, { bypassed: true }], i: input, f: ['flatten'] }, ['i>p', 'p>f']],
      'p',
      [28, 28, 1],
    ],
    [
      'may follow another, in any order',
      [
        {
          q: ['dropout', {}, { bypassed: true }],
          p: ['maxPooling2d', {}, { bypassed: true }],
          i: input,
          f: ['flatten'],
        },
        ['i>p', 'p>q', 'q>f'],
      ],
      'q',
      [28, 28, 1],
    ],
    [
      'that merges hands its first input on',
      [{ i: input, j: input, a: ['add', {}, { bypassed: true }], f: ['flatten'] }, ['i>a@0', 'j>a@1', 'a>f']],
      'f',
      [784],
    ],
  ])('%s', (_, given, name, shape) => {
    const result = plan(...given);
    expect(result.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(result.shapes[name]).toEqual(shape);
    expect(result.steps.some((step) => given[0][step.name]?.[2]?.bypassed)).toBe(false);
  });

  test('at the start leaves what follows without input', () => {
    const result = plan({ i: [input[0], input[1], { bypassed: true }], f: ['flatten'], j: input, g: ['flatten'] }, [
      'i>f',
      'j>g',
    ]);
    expect(result.issues).toMatchObject([{ code: 'missingInput', where: 'f' }]);
  });

  test('in a circle of bypassed bricks ends the trail', () => {
    const off = { bypassed: true };
    const result = plan(
      { i: input, g: ['flatten'], a: ['dropout', {}, off], b: ['dropout', {}, off], f: ['flatten'] },
      ['i>g', 'a>b', 'b>a', 'b>f'],
    );
    expect(result.issues).toMatchObject([{ code: 'missingInput', where: 'f' }]);
  });
});

test('what lies before a broken brick stays as it was', () => {
  const whole = buildTemplate(digits);
  const flatten = whole.nodes['conv2d_1']!;
  const broken = { ...flatten, params: { ...flatten.params, kernelSize: [50, 50] } };
  const before = compile(whole, library);
  const after = compile({ ...whole, nodes: { ...whole.nodes, conv2d_1: broken } }, library);
  expect(after.issues.map(({ code, where }) => [code, where])).toEqual([['windowTooLarge', 'conv2d_1']]);
  expect(after.steps).toEqual(before.steps.slice(0, 3));
  expect(after.blocked).toEqual(['max_pooling2d_1', 'flatten', 'predictions']);
  expect(runnable(after)).toBe(false);
});

test('an unchanged brick keeps the very same step', () => {
  const whole = buildTemplate(digits);
  const last = whole.nodes['predictions']!;
  const changed = { ...last, params: { ...last.params, units: 7 } };
  const before = compile(whole, library);
  const after = compile({ ...whole, nodes: { ...whole.nodes, predictions: changed } }, library);
  for (const [index, step] of before.steps.slice(0, -1).entries()) expect(after.steps[index]).toBe(step);
  expect(after.shapes['predictions']).toEqual([7]);
});

test('a change upstream reaches every shape and count behind it', () => {
  const whole = buildTemplate(digits);
  const first = whole.nodes['digit']!;
  const wider = { ...first, params: { shape: [32, 40, 3] } };
  const after = compile({ ...whole, nodes: { ...whole.nodes, digit: wider } }, library);
  expect(Object.values(after.shapes)).toEqual([
    [32, 40, 3],
    [28, 36, 8],
    [14, 18, 8],
    [12, 16, 16],
    [6, 8, 16],
    [768],
    [10],
  ]);
  expect(after.totals.parameters).toBe(608 + 1168 + 7690);
});

test('several inputs and outputs make one model', () => {
  const result = plan({ i: vector, j: vector, c: ['concatenate'], one: ['dense'], two: ['dense'] }, [
    'i>c@0',
    'j>c@1',
    'c>one',
    'c>two',
  ]);
  expect(result.issues).toEqual([]);
  expect([result.inputs, result.outputs]).toEqual([
    ['i', 'j'],
    ['one', 'two'],
  ]);
});

test('an empty document is no problem, and nothing to run', () => {
  const result = plan({}, []);
  expect(result.issues).toEqual([]);
  expect(runnable(result)).toBe(false);
});

test('blocks around a brick, outermost first; those that lie in each other lie around nothing', () => {
  const document = documentOf({ i: input, f: ['flatten'] }, ['i>f']);
  const block = (nodes: string[], parent: string) => ({ nodes, parent, folded: false, color: 'none' });
  const nested = { outer: { nodes: [], folded: false, color: 'none' }, inner: block(['f'], 'outer') };
  const circular = { outer: block([], 'inner'), inner: block(['f'], 'outer') };
  const blocksOf = (blocks: Document['blocks']) => compile({ ...document, blocks }, library).steps[1]!.blocks;
  expect(blocksOf(nested)).toEqual(['outer', 'inner']);
  expect(blocksOf(circular)).toEqual([]);
});

describe('a placeholder', () => {
  const kept = (params: object, wires: readonly string[] = ['in>lrn', 'lrn>out']) =>
    compile(
      documentOf(
        {
          in: ['inputImage', { shape: [8, 8, 3] }],
          lrn: [
            'placeholder',
            { className: 'LRN', module: '', config: { alpha: 0.1 }, shape: null, weights: {}, ...params },
          ],
          out: ['flatten'],
        },
        wires,
      ),
      library,
    );
  const codes = (plan: ReturnType<typeof kept>) => plan.issues.map(({ code, fixes }) => [code, fixes.length]);

  test('hands on the shape that it says, or that of its input, counts its weights, and is never run', () => {
    const plan = kept({ weights: { kernel: [3, 4] } });
    expect([plan.shapes['out'], plan.totals.parameters, codes(plan)]).toEqual([[192], 12, [['placeholder', 1]]]);
    expect(kept({ shape: [5, 2] }).shapes['out']).toEqual([10]);
  });

  test.each([
    [{ className: '' }, ['in>lrn', 'lrn>out'], 'parameter'],
    [{ config: 7 }, ['in>lrn', 'lrn>out'], 'parameter'],
    [{}, ['lrn>out'], 'missingInput'],
    [{}, ['in>out'], 'loose'],
    [{}, ['in>lrn', 'in>lrn', 'lrn>out'], 'doubleInput'],
  ])('%j wired %j is said to be wrong, and nothing is thrown', (params, wires, code) => {
    expect(codes(kept(params, wires)).map(([each]) => each)).toContain(code);
  });
});
