import { foldedExample } from '../document/edits/testDocuments';
import { describe, expect, test } from 'vitest';
import { library, templates } from '../../templates/index';
import { compile } from '../compile/compile';
import { type Document, emptyDocument } from '../document/document';
import { group, setFolded } from '../document/edits';
import { buildTemplate } from '../document/template';
import { arrange } from './arrange';
import { flows } from './flow';
import { bounds, overlaps } from './bounds';
import { templateDocument } from './templateDocument';
import { towersOf } from './towers';

const built = (id: string) => buildTemplate(templates.find((template) => template.id === id)!);
const layout = (document: Document) =>
  towersOf(document, library).towers.map(({ id, items }) => {
    const { x, y } = towersOf(document, library).items.get(id)!;
    return [items.join(' '), x, y];
  });

/** A straight chain of `count` layers behind an input. */
function chain(count: number): Document {
  const names = Array.from({ length: count }, (_, index) => `d${index}`);
  const node = { type: 'dense', params: {}, trainable: true, at: [0, 0] } as const;
  return {
    ...emptyDocument(''),
    nodes: { input: { ...node, type: 'inputVector' }, ...Object.fromEntries(names.map((name) => [name, node])) },
    edges: names.map((to, index) => ({ from: names[index - 1] ?? 'input', to, port: 0 })),
  };
}

describe('towers', () => {
  test('VGG16 as in the sketch: input and four blocks in the first row, the fifth and the top in the second', () => {
    const top = 'flatten fc1 fc2 predictions';
    const rows = (blocks: readonly string[], second: number) => [
      ['input_layer', 0, 0],
      ...blocks.slice(0, 4).map((tower, place) => [tower, 212 * (place + 1), 0]),
      [blocks[4], 0, second],
      [top, 212, second],
    ];
    expect(layout(foldedExample('vgg16'))).toEqual(rows(['block1', 'block2', 'block3', 'block4', 'block5'], 298));
    const towers = [2, 2, 3, 3, 3].map((convs, place) =>
      [...Array.from({ length: convs }, (_, conv) => `conv${conv + 1}`), 'pool']
        .map((layer) => `block${place + 1}_${layer}`)
        .join(' '),
    );
    expect(layout(arrange(built('vgg16'), library, 'towers'))).toEqual(rows(towers, 298));
  });

  test('branches stand side by side, a shortcut runs beside the tower that it shortens, a block has its own room', () => {
    expect(layout(arrange(built('residual'), library, 'towers'))).toEqual([
      ['digit', 0, 0],
      ['stem stem_pool', 212, 0],
      ['res1_conv1 res1_conv2 res1_add res1_out', 424, 0],
      ['res2_conv1 res2_conv2 res2_add res2_out', 866, 0],
      ['res2_shortcut', 654, 0],
      ['global_average_pooling2d predictions', 0, expect.any(Number)],
    ]);
  });

  test('a long chain is parted evenly', () => {
    const sizes = towersOf(arrange(chain(25), library, 'towers'), library).towers.map(({ items }) => items.length);
    expect(sizes).toEqual([1, 9, 9, 7]);
  });

  test('rows are no wider than asked', () => {
    const wide = bounds(towersOf(arrange(chain(200), library, 'towers', undefined, 700), library));
    expect(wide.width).toBeLessThanOrEqual(700);
  });

  test('an arranged document stays as it is', () => {
    const once = arrange(built('residual'), library, 'towers');
    expect(arrange(once, library, 'towers')).toBe(once);
  });
});

describe.each([
  ['towers', 'towers'],
  ['down', flows.down],
  ['right', flows.right],
] as const)('%s', (_, how) => {
  test.each(templates.map(({ id }) => id))(
    '%s: nothing lies over anything else, folded or not, and the model is the same',
    (id) => {
      const document = arrange(built(id), library, how);
      expect(overlaps(towersOf(document, library))).toBe(false);
      expect(compile(document, library).totals).toEqual(compile(built(id), library).totals);
      const open = {
        ...document,
        blocks: Object.fromEntries(
          Object.entries(document.blocks).map(([name, block]) => [name, { ...block, folded: false }]),
        ),
      };
      expect(overlaps(towersOf(arrange(open, library, how), library))).toBe(false);
    },
  );

  test('what is not chosen stays', () => {
    const document = templateDocument(
      templates.find(({ id }) => id === 'lenet5')!,
      {},
      library,
    );
    const before = towersOf(document, library);
    const after = towersOf(arrange(document, library, how, ['s2', 'c3']), library);
    for (const id of ['digit', 'c1', 's4', 'output'])
      expect([id, after.items.get(id)!.x, after.items.get(id)!.y]).toEqual([
        id,
        before.items.get(id)!.x,
        before.items.get(id)!.y,
      ]);
  });
});

test.each([
  ['down', 'y', 1],
  ['right', 'x', 1],
] as const)('%s leads that way', (how, axis, sign) => {
  const document = arrange(built('lenet5'), library, flows[how]);
  const { items } = towersOf(document, library);
  for (const { from, to } of document.edges)
    expect((items.get(to)![axis] - items.get(from)![axis]) * sign).toBeGreaterThan(0);
});

test('wires in a circle do not hinder', () => {
  const circle = { ...chain(6), edges: [...chain(6).edges, { from: 'd5', to: 'd0', port: 1 }] };
  for (const how of ['towers', flows.down, flows.right] as const)
    expect(overlaps(towersOf(arrange(circle, library, how), library))).toBe(false);
});

test('the inside of folded blocks is ready to be unfolded', () => {
  const nested = group(['res1', 'res2'], 'body')(built('residual'));
  const folded = arrange(setFolded(['body', 'res1'], true, { items: new Map() })(nested), library, 'towers');
  expect(towersOf(folded, library).items.get('body')!.nodes.length).toBeGreaterThan(6);
  const open = setFolded(['body'], false, towersOf(folded, library))(folded);
  const inside = towersOf(open, library);
  expect(inside.items.get('res1')).toMatchObject({ kind: 'block' });
  expect(inside.items.get('res2_conv1')!.x).toBeGreaterThan(inside.items.get('res2_shortcut')!.x);
});

test('nothing to arrange, nothing changed', () => {
  const empty = emptyDocument('');
  expect(arrange(empty, library, 'towers')).toBe(empty);
  expect(bounds(towersOf(empty, library))).toEqual({ x: 0, y: 0, width: 0, height: 0 });
});

test('a thousand bricks are arranged in less than three seconds', () => {
  const document = chain(1000);
  const start = performance.now();
  arrange(document, library, 'towers');
  expect(performance.now() - start).toBeLessThan(3000);
});
