import { describe, expect, test } from 'vitest';
import { library, templates } from '../../../templates/index';
import { compile } from '../../compile/compile';
import type { Fix, Issue, ProblemCode, Problems } from '../../compile/issue';
import type { ParseTrouble } from '../../document/reading/parseTrouble';
import { type ConnectTrouble, canConnect, remove, setParam } from '../../document/edits';
import { buildTemplate } from '../../document/template';
import { fixText } from './mistakes/fixText';
import { connectFixText } from './connectFixText';
import { issueText, connectTroubleText } from './issues';
import { parseTroubleText } from './parseTrouble';

const shape = [7, 7, 512];
/** One case of every problem, so that every sentence is made once in both languages. */
const cases: { readonly [C in ProblemCode]: Problems[C] } = {
  rank: { expected: [1], shape },
  windowTooLarge: { axis: 'height', size: 3, window: 5, shape: [3, 9, 8] },
  inputsDiffer: { shapes: [[4], [5]], axis: null },
  elementsDiffer: { from: [12], to: [5, 2], have: 12, need: 10 },
  unknownAxis: { axis: 1, shape: [8, null, 3] },
  axisOutside: { axis: 4, shape: [8] },
  tooFewInputs: { need: 2, have: 1 },
  tooManyInputs: { most: 2, have: 3 },
  pictureTooSmall: { shape: [16, 16, 3], minimum: 32 },
  channels: { shape: [32, 32, 1], expected: 3 },
  parameterMismatch: { param: 'dilationRate', value: '2', allowed: '1' },
  missingInput: { port: 0 },
  loose: {},
  cycle: { through: ['a', 'b'] },
  unknownBrick: { type: 'quantum' },
  placeholder: { layer: 'LRN' },
  parameter: { param: 'units', value: '0', allowed: '1 … 1000000' },
  unexpectedInput: { from: 'a' },
  doubleInput: { from: ['a', 'b'] },
  danglingEdge: { from: 'gone' },
  noInput: {},
  unknownArchitecture: { architecture: 'vgg99' },
  openBatch: {},
  maskRefused: { from: 'embedding' },
  wholeRefused: { from: 'input_text' },
  sharedShape: { of: 'encoder', expected: [8], got: [9] },
  sharedMask: { of: 'encoder' },
  unknownLayer: { param: 'trainableFrom', layer: 'block6_conv1', nearest: 'block5_conv1' },
  weightsSource: { weights: 'digits', architecture: 'vgg16', fitting: 'imagenet' },
  weightsFile: {},
  weightsAlpha: { alpha: 0.3, published: [0.25, 0.5] },
  weightsClasses: { classes: 4, expected: 1000 },
  weightsSize: { shape: [240, 240, 3], sizes: [224] },
};
const codes = Object.keys(cases) as ProblemCode[];
const issueOf = (code: ProblemCode) =>
  ({ code, where: 'fc1', data: cases[code], severity: 'error', fixes: [] }) as unknown as Issue;

describe.each(['en', 'ko'] as const)('%s', (language) => {
  test.each(codes)('%s is a whole sentence with its values', (code) => {
    const text = issueText(issueOf(code), language, library);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    expect(text).toMatch(/[.?]$/);
    expect(/[가-힣]/.test(text)).toBe(language === 'ko');
    for (const value of Object.values(cases[code]).filter((value) => typeof value === 'string' && value !== 'height'))
      expect(text).toContain(value);
  });
});

test('what was expected, what came, the fix', () => {
  const vgg = buildTemplate(templates.find(({ id }) => id === 'vgg16')!);
  const broken = remove(['flatten'], { items: new Map() })(vgg);
  const [issue] = compile(broken, library).issues;
  expect(issueText(issue!, 'en', library)).toBe('fc1 needs a vector, but its input is 7×7×512. Insert Flatten?');
  expect(issueText(issue!, 'ko', library)).toMatch(
    /^fc1에는 벡터 입력이 필요해요\. 지금 입력은 7×7×512예요\. .+ 끼워 넣을까요\?$/,
  );
});

test.each([
  [{ kind: 'insert', brick: 'flatten', before: 'd', port: 0 }, 'Insert Flatten'],
  [{ kind: 'setParam', node: 'c', param: 'padding', value: 'same' }, 'Set padding to same'],
  [{ kind: 'setParam', node: 'c', param: 'strides', value: [1, 1] }, 'Set strides to [1,1]'],
  [{ kind: 'addInput', brick: 'inputImage', to: 'c' }, /^Add /],
  [{ kind: 'remove', node: 'c' }, 'Remove c'],
  [{ kind: 'disconnect', from: 'a', to: 'b', port: 0 }, 'Disconnect a → b'],
] as const satisfies readonly (readonly [Fix, string | RegExp])[])('fix %j', (fix, english) => {
  expect(fixText(fix, 'en', library)).toMatch(english);
  expect(fixText(fix, 'ko', library)).toMatch(/[가-힣]/);
});

describe('refused wires', () => {
  const vgg = buildTemplate(templates.find(({ id }) => id === 'vgg16')!);
  const free = remove(['flatten'], { items: new Map() })(vgg);
  const open = { ...free, edges: free.edges.filter(({ to }) => to !== 'fc1') };
  const plan = compile(open, library);
  const offers: Readonly<Record<string, string>> = { rank: 'Insert Flatten', doubleInput: 'Replace the wire from fc1' };
  test.each([
    ['fc1', 'fc1', 'self', 'Dense cannot take its own output. Choose another brick.'],
    ['block1_conv2', 'block1_conv1', 'cycle', /cycle: block1_conv2 already depends on block1_conv1/],
    ['block1_conv1', 'fc2', 'doubleInput', /takes one input and already has fc1/],
    ['fc1', 'input_layer', 'inputBrick', /is an input/],
    ['fc1', 'gone', 'missing', /gone is no longer there/],
    ['block5_pool', 'fc1', 'rank', 'Dense needs a vector, but its input is 7×7×512. Insert Flatten?'],
  ] as const)('%s → %s: %s', (from, to, code, text) => {
    const verdict = canConnect(open, library, plan, from, to);
    expect(verdict).toMatchObject({ ok: false, code });
    expect(connectTroubleText(verdict, 'en', library)).toMatch(text);
    expect(connectTroubleText(verdict, 'ko', library)).toMatch(/[가-힣].*[.?]$/);
    const { fix } = verdict as ConnectTrouble;
    expect(fix ? connectFixText(fix, library, 'en') : null).toBe(offers[code] ?? null);
  });
});

test.each([
  { code: 'tooLarge', data: { size: 5e7, limit: 2e7 } },
  { code: 'notJson', data: { line: 3, column: 7 } },
  { code: 'notDeepBrick', data: { program: 'keras' } },
  { code: 'notDeepBrick', data: { program: null } },
  { code: 'tooNew', data: { version: 9, supported: 1 } },
  { code: 'invalid', data: { where: 'nodes.a.at', expected: 'number', got: '"x"' } },
  { code: 'tooManyNodes', data: { count: 10_000, limit: 5000 } },
  { code: 'repeatedName', data: { name: 'conv2d', line: 12 } },
  { code: 'forbiddenName', data: { name: '__proto__', where: 'nodes' } },
  { code: 'tooDeep', data: { line: 1, column: 102 } },
] as const satisfies readonly ParseTrouble[])('parse error $code', (error) => {
  const english = parseTroubleText(error, 'en');
  expect(english).toMatch(/[A-Z].*\.$/);
  expect(parseTroubleText(error, 'ko')).toMatch(/[가-힣].*\.$/);
  for (const value of Object.values(error.data).filter((value) => typeof value === 'string' && value !== 'keras'))
    expect(english).toContain(value);
});

test('a parameter that is no number is named', () => {
  const vgg = buildTemplate(templates.find(({ id }) => id === 'vgg16')!);
  const issues = compile(setParam('fc1', 'units', NaN)(vgg), library).issues;
  expect(issueText(issues[0]!, 'en', library)).toMatch(/^units of fc1 is "NaN"\. Allowed: 1 … /);
});
