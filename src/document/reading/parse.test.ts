import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { templates } from '../../../templates/index';
import { initialAugmentation } from '../augmentation';
import { type Document, emptyDocument, mostNodes, version } from '../document';
import { longestText, parse } from './parse';
import { serialize } from './serialize';
import { buildTemplate } from '../template';
import { upgraded } from './upgrades';

const node = { type: 'dense', params: { units: 3 }, trainable: true, at: [0, 0] };
const file = (over: object) => JSON.stringify({ ...emptyDocument('T'), ...over });
const errorOf = (text: string) => {
  const parsed = parse(text);
  return parsed.ok ? null : parsed.error;
};

describe('what is not a document is refused with the reason', () => {
  test.each([
    ['nothing', '', { code: 'notJson', data: { line: 1, column: 1 } }],
    ['text', 'hello', { code: 'notJson', data: { line: 1, column: 1 } }],
    ['cut off', '{\n "format": "deep', { code: 'notJson', data: { line: 2, column: 12 } }],
    ['a comma too many', '{"a": 1,}', { code: 'notJson', data: { line: 1, column: 9 } }],
    ['a number', '17', { code: 'notDeepBrick', data: { program: null } }],
    ['a list', '[]', { code: 'notDeepBrick', data: { program: 'list' } }],
    ['a lock file', '{"name":"x","lockfileVersion":3}', { code: 'notDeepBrick', data: { program: 'lock' } }],
    ['a tsconfig', '{"compilerOptions":{}}', { code: 'notDeepBrick', data: { program: 'typescript' } }],
    ['a Hugging Face model', '{"model_type":"bert"}', { code: 'notDeepBrick', data: { program: 'transformers' } }],
    ['COCO', '{"images":[],"annotations":[]}', { code: 'notDeepBrick', data: { program: 'annotations' } }],
    ['a map', '{"type":"FeatureCollection"}', { code: 'notDeepBrick', data: { program: 'geography' } }],
    ['Keras', '{"class_name":"Functional","config":{}}', { code: 'notDeepBrick', data: { program: 'keras' } }],
    ['tfjs', '{"modelTopology":{},"weightsManifest":[]}', { code: 'notDeepBrick', data: { program: 'tfjs' } }],
    ['ENNUI', '{"graph":[],"hyperparameters":{}}', { code: 'notDeepBrick', data: { program: 'ennui' } }],
    ['package.json', '{"name":"x","dependencies":{}}', { code: 'notDeepBrick', data: { program: 'package' } }],
    ['a newer version', file({ version: 99 }), { code: 'tooNew', data: { version: 99, supported: version } }],
    [
      'no version',
      file({ version: 'one' }),
      { code: 'invalid', data: { where: 'version', expected: '1 … 1', got: '"one"' } },
    ],
    ['a wrong field', file({ title: 7 }), { code: 'invalid', data: { where: 'title', expected: 'string', got: '7' } }],
    [
      'a wrong place',
      file({ nodes: { d: { ...node, at: [0, 'x'] } } }),
      { code: 'invalid', data: { where: 'nodes.d.at.1', expected: 'number', got: '"x"' } },
    ],
    [
      'a name twice',
      '{"format":"deepbrick","version":1,\n"nodes":{"a":1,"a":2}}',
      { code: 'repeatedName', data: { name: 'a', line: 2 } },
    ],
    [
      'a brick and a block of one name',
      file({ nodes: { d: node }, blocks: { d: { nodes: ['d'], folded: false, color: 'none' } } }),
      { code: 'repeatedName', data: { name: 'd', line: null } },
    ],
    [
      'a name of the language',
      file({ nodes: { constructor: node } }),
      { code: 'forbiddenName', data: { name: 'constructor', where: 'nodes' } },
    ],
    ['deep nesting', '['.repeat(200_000), { code: 'tooDeep', data: { line: 1, column: 102 } }],
    [
      'too many bricks',
      file({ nodes: Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`d${index}`, node])) }),
      { code: 'tooManyNodes', data: { count: 10_000, limit: mostNodes } },
    ],
    ['50 MB', ' '.repeat(50_000_000), { code: 'tooLarge', data: { size: 50_000_000, limit: longestText } }],
  ] as const)('%s', (_, text, error) => {
    expect(errorOf(text)).toEqual(error);
  });

  test('infinite numbers', () => {
    expect(errorOf(file({ nodes: { d: node } }).replace('"units":3', '"units":1e999'))).toMatchObject({
      code: 'invalid',
    });
  });
});

describe('prototypes cannot be reached', () => {
  test.each(['{"__proto__":{"polluted":true}}', '{"a":{"__proto__":{"polluted":true}}}'])('%s', (params) => {
    const text = file({ nodes: { d: node } }).replace('{"units":3}', params);
    expect(errorOf(text)).toMatchObject({ code: 'forbiddenName', data: { name: '__proto__' } });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('what can be kept is kept', () => {
  test('unknown bricks, and wires to bricks that are not there', () => {
    const strange = { type: 'quantumLayer', params: { spin: [1, { up: null }] }, trainable: true, at: [1, 2] };
    const edges = [{ from: 'gone', to: 'q', port: 0 }];
    const parsed = parse(file({ nodes: { q: strange }, edges }));
    expect(parsed).toMatchObject({ ok: true, value: { nodes: { q: strange }, edges } });
  });

  test('blocks are put in order', () => {
    const block = { folded: false, color: 'none' };
    const parsed = parse(
      file({
        nodes: { a: node, b: node },
        blocks: {
          one: { ...block, nodes: ['a', 'gone', 'a'], parent: 'two' },
          two: { ...block, nodes: ['a', 'b'], parent: 'one' },
          three: { ...block, nodes: [], parent: 'nowhere' },
        },
      }),
    );
    expect(parsed.ok && parsed.value.blocks).toEqual({
      one: { ...block, nodes: ['a'], parent: 'two' },
      two: { ...block, nodes: ['b'] },
      three: { ...block, nodes: [] },
    });
  });
});

describe('versions', () => {
  test('the first version still opens', () => {
    const text = readFileSync(new URL('fixtures/v1.deepbrick.json', import.meta.url), 'utf8');
    const parsed = parse(text);
    expect(parsed.ok && Object.keys(parsed.value.nodes)).toEqual(['digit', 'conv', 'flatten', 'predictions']);
    const file = JSON.parse(text) as { training: { earlyStopping: object } };
    const later = { preprocessing: 'auto', interpolation: 'bilinear', featureCache: 'auto' };
    const training = {
      ...file.training,
      outputs: {},
      lossSettings: {},
      earlyStopping: { ...file.training.earlyStopping, restoreBestWeights: false },
      classWeight: 'none',
      learningRateSchedule: { name: 'constant', settings: {} },
      ...later,
      augmentation: initialAugmentation,
    };
    expect(parsed.ok && JSON.parse(serialize(parsed.value))).toEqual({ ...file, training });
  });

  test('every upgrade runs once, in order', () => {
    const ran: string[] = [];
    const chain = {
      1: (old: object) => (ran.push('1→2'), { ...old, two: true }),
      2: (old: object) => (ran.push('2→3'), { ...old, three: true }),
      3: (old: object) => (ran.push('3→4'), { ...old, four: true }),
    };
    expect(upgraded({ version: 2 }, 2, chain, 4)).toEqual({ version: 4, three: true, four: true });
    expect(ran).toEqual(['2→3', '3→4']);
    expect(upgraded({ version: 1 }, 1, { 2: chain[2] }, 3)).toBeNull();
  });
});

test.each(templates.map((template) => [template.id, template] as const))(
  'template %s survives a file',
  (_, template) => {
    const document = buildTemplate(template);
    expect(parse(serialize(document))).toEqual({ ok: true, value: document });
  },
);

test('the order of fields in memory does not show in the file', () => {
  const document = buildTemplate(templates[0]!);
  const shuffled = Object.fromEntries(Object.entries(document).reverse()) as unknown as Document;
  expect(serialize(shuffled)).toBe(serialize(document));
});
