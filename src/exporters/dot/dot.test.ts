import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chain, frozenHead } from '../../../e2e/documents/chain';
import { hostile, hostileNames } from '../../../e2e/documents/hostile';
import { library, templates } from '../../../templates/index';
import { commentText } from '../../compile/commentText';
import { compile } from '../../compile/compile';
import { buildTemplate } from '../../document/template';
import { dotLabel, toDot } from './dot';

test('a small CNN, whole', () => {
  const document = chain('Digits CNN', [
    ['inputImage', 'digit'],
    ['conv2d', 'conv2d', { filters: 8 }],
    ['flatten', 'flatten'],
    ['dense', 'predictions', { units: 10, activation: 'softmax' }],
  ]);
  expect(toDot(compile(document, library))).toBe(`// Digits CNN: Graphviz, exported by DeepBrick.
digraph {
  graph [label="Digits CNN", labelloc=t, fontname=Helvetica];
  node [shape=box, style=rounded, fontname=Helvetica];
  edge [fontname=Helvetica, fontsize=11];
  layer0 [label="digit\\nInputLayer"];
  layer1 [label="conv2d\\nConv2D\\n80 parameters"];
  layer2 [label="flatten\\nFlatten"];
  layer3 [label="predictions\\nDense\\n54,090 parameters\\n→ 10"];
  layer0 -> layer1 [label="28×28×1"];
  layer1 -> layer2 [label="26×26×8"];
  layer2 -> layer3 [label="5408"];
}
`);
});

test('blocks are clusters, one inside the other', () => {
  const inception = templates.find(({ id }) => id === 'inception-v3')!;
  const text = toDot(compile(buildTemplate(inception), library));
  expect(text).toContain('\n  subgraph cluster1 {\n    label="stem";\n    layer1 [');
  expect(text).toContain('\n    subgraph cluster3 {\n      label="inception_a1";\n');
  expect(text.match(/\{/g)).toHaveLength(text.match(/\}/g)!.length);
});

/** What Graphviz draws for a quoted label: its scanner takes `\"`, its labels escape sequences and entities. */
function drawn(label: string): string {
  return label
    .slice(1, -1)
    .replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter))
    .replaceAll('&amp;', '&');
}

test('a label is drawn as the name it was made of, and ends where it should', () => {
  for (const name of [...hostileNames, '\\', '\\"', '"];x->y[label="', '&quot;', '&#34;', '\\N\\G\\l', '<b>x</b>']) {
    const label = dotLabel(name, 'x');
    expect(label).toMatch(/^"(?:[^"\\]|\\.)*"$/);
    expect(drawn(label)).toBe(`${commentText(name)}\nx`);
  }
});

test('no name becomes a line, an attribute or a layer', () => {
  const document = frozenHead();
  const plain = toDot(compile(document, library));
  const structure = (text: string) =>
    text
      .split('\n')
      .slice(1)
      .map((line) => line.replace(/"(?:[^"\\]|\\.)*"/, '""'));
  fc.assert(
    fc.property(hostile(document), (renamed) => {
      expect(structure(toDot(compile(renamed, library))).toSorted()).toEqual(structure(plain).toSorted());
    }),
  );
});
