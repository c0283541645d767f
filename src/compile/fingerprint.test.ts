import { expect, test } from 'vitest';
import { buildTemplate } from '../document/template';
import type { Document, Node } from '../document/document';
import digits from '../../templates/digits';
import { library, templates } from '../../templates/index';
import firstFingerprints from '../document/reading/fixtures/fingerprints.json';
import { compile } from './compile';
import { fingerprint } from './fingerprint';

const digitsDocument = buildTemplate(digits);
const of = (document: Document) => fingerprint(compile(document, library));
const withNode = (name: string, change: (node: Node) => Node): Document => ({
  ...digitsDocument,
  nodes: { ...digitsDocument.nodes, [name]: change(digitsDocument.nodes[name]!) },
});
const withParams = (name: string, params: Node['params']) =>
  withNode(name, (node) => ({ ...node, params: { ...node.params, ...params } }));

test('is the same in every session', () => {
  expect(of(digitsDocument)).toBe('076d3047116121');
});

test.each<[string, Document]>([
  ['the title', { ...digitsDocument, title: 'Other' }],
  ['a position', withNode('flatten', (node) => ({ ...node, at: [50, 60] }))],
  ['freezing', withNode('conv2d', (node) => ({ ...node, trainable: false }))],
  [
    'a block',
    { ...digitsDocument, blocks: { b: { nodes: ['conv2d', 'max_pooling2d'], folded: true, color: 'none' } } },
  ],
  [
    'the order in the file',
    { ...digitsDocument, nodes: Object.fromEntries(Object.entries(digitsDocument.nodes).toReversed()) },
  ],
  [
    'the order of parameters',
    withNode('conv2d', (node) => ({ ...node, params: Object.fromEntries(Object.entries(node.params).toReversed()) })),
  ],
])('%s does not count', (_, document) => {
  expect(of(document)).toBe(of(digitsDocument));
});

test.each<[string, Document]>([
  ['another size', withParams('conv2d', { filters: 9 })],
  ['another stride', withParams('conv2d', { strides: [2, 1] })],
  ['another activation', withParams('conv2d', { activation: 'tanh' })],
  ['another input', withParams('digit', { shape: [32, 32, 1] })],
  ['a bypassed brick', withNode('max_pooling2d_1', (node) => ({ ...node, bypassed: true }))],
  ['nothing at all', { ...digitsDocument, nodes: {}, edges: [] }],
])('%s counts', (_, document) => {
  expect(of(document)).not.toBe(of(digitsDocument));
});

test('of every template is what it was in the first version: trained weights of that time still belong to it', () => {
  const now = templates.map((template) => [template.id, of(buildTemplate(template))]);
  expect(Object.fromEntries(now)).toMatchObject(firstFingerprints);
});
