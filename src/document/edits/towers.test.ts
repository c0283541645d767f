import { describe, expect, test } from 'vitest';
import { compile } from '../../compile/compile';
import { towersOf } from '../../layout/towers';
import { addBrick } from './bricks';
import { setFolded } from './blocks';
import { after, brokenRules, edgesText, example, foldedExample, library, placesOf, towersText } from './testDocuments';
import { move, moveTo, pullOut, snapOnto, snapUnder, split } from './towers';
import { connect, disconnect, insertOnWire, moveOntoWire } from './wires';

const lenet = example('lenet5');
const vgg = foldedExample('vgg16');
const tower = 'c1 s2 c3 s4 flatten c5 f6 output';

test('the example stands as expected', () => {
  expect(towersText(lenet)).toEqual(['digit', tower]);
});

describe('in a tower', () => {
  test.each([
    ['up', ['s2'], 's4', 'c1 c3 s4 s2 flatten c5 f6 output'],
    ['down', ['f6'], 's2', 'c1 s2 f6 c3 s4 flatten c5 output'],
    ['the lowest', ['c1'], 'c3', 's2 c3 c1 s4 flatten c5 f6 output'],
    ['the highest', ['output'], 'c1', 'c1 output s2 c3 s4 flatten c5 f6'],
    ['a run', ['c3', 's4'], 'f6', 'c1 s2 flatten c5 f6 c3 s4 output'],
    ['two apart', ['s2', 'c5'], 'output', 'c1 c3 s4 flatten f6 output s2 c5'],
    ['onto its own support', ['s2'], 'c1', tower],
    ['onto itself', ['s2'], 's2', tower],
  ] as const)('moving %s', (_, names, target, result) => {
    const moved = snapOnto(names, target, placesOf(lenet))(lenet);
    expect(towersText(moved)).toEqual(['digit', result]);
    expect(moved.nodes[result.split(' ')[0]!]!.at).toEqual(lenet.nodes['c1']!.at);
    expect(edgesText(moved)).toContain(`digit→${result.split(' ')[0]!}`);
    expect(brokenRules(moved)).toEqual([]);
  });

  test('pulling out closes the gap and loosens the brick', () => {
    const pulled = pullOut(['s2'], [700, 50], placesOf(lenet))(lenet);
    expect(towersText(pulled)).toEqual(['digit', 'c1 c3 s4 flatten c5 f6 output', 's2']);
    expect(pulled.nodes['s2']!.at).toEqual([700, 50]);
    expect(edgesText(pulled).some((edge) => edge.includes('s2'))).toBe(false);
  });

  test('pulling a run out keeps it together', () => {
    const pulled = pullOut(['c3', 's4'], [700, 50], placesOf(lenet))(lenet);
    expect(towersText(pulled)).toEqual(['digit', 'c1 s2 flatten c5 f6 output', 'c3 s4']);
  });

  test('splitting keeps the wire and takes the upper part along', () => {
    const parted = split('flatten', [700, 50], placesOf(lenet))(lenet);
    expect(towersText(parted)).toEqual(['digit', 'c1 s2 c3 s4', 'flatten c5 f6 output']);
    expect(parted.edges).toEqual(lenet.edges);
    expect(compile(parted, library).totals).toEqual(compile(lenet, library).totals);
    expect(towersText(snapOnto(['flatten', 'c5', 'f6', 'output'], 's4', placesOf(parted))(parted))).toEqual([
      'digit',
      tower,
    ]);
  });

  test('under the lowest', () => {
    const loose = after(lenet, () => addBrick(library, { type: 'dropout', name: 'noise', at: [900, 0] }));
    const under = snapUnder(['noise'], 'c1', library, placesOf(loose))(loose);
    expect(towersText(under)).toEqual(['digit', `noise ${tower}`]);
    expect(edgesText(under)).toEqual(expect.arrayContaining(['digit→noise', 'noise→c1']));
    expect(snapUnder(['noise'], 'digit', library, placesOf(loose))(loose)).toBe(loose);
  });
});

describe('folded blocks', () => {
  test('stack as one brick', () => {
    const stacked = snapOnto(['block2'], 'block1', placesOf(vgg))(vgg);
    expect(towersText(stacked)).toContain('block1 block2');
    expect(stacked.edges.toSorted((a, b) => a.to.localeCompare(b.to))).toEqual(
      vgg.edges.toSorted((a, b) => a.to.localeCompare(b.to)),
    );
  });

  test('leave as one and join their neighbours', () => {
    const pulled = pullOut(['block2'], [0, 900], placesOf(vgg))(vgg);
    expect(edgesText(pulled)).toContain('block1_pool→block3_conv1');
    expect(towersOf(pulled, library).items.get('block2')).toMatchObject({ x: 0, y: 900 });
  });

  test('moved folded, unfold where they are', () => {
    const moved = after(
      vgg,
      () => move(['block3'], 40, -60),
      (places) => setFolded(['block3'], false, places),
    );
    const [x, y] = vgg.nodes['block3_conv1']!.at;
    expect(towersOf(moved, library).items.get('block3_conv1')).toMatchObject({ x: x + 40, y: y - 60 });
    expect(towersText(moved)).toContain('block3_conv1 block3_conv2 block3_conv3 block3_pool');
  });
});

describe('moving', () => {
  test('a brick moves its whole tower, once', () => {
    const moved = move(['c3', 'c5'], 10, 20)(lenet);
    const [x, y] = lenet.nodes['c1']!.at;
    expect(moved.nodes['c1']!.at).toEqual([x + 10, y + 20]);
    expect(towersText(moved)).toEqual(towersText(lenet));
  });

  test.each([
    [
      [1e9, 0],
      [1e7, 0],
    ],
    [
      [NaN, 5],
      [0, 5],
    ],
  ] as const)('to %s stays within the canvas', (at, kept) => {
    expect(moveTo('digit', at)(lenet).nodes['digit']!.at).toEqual(kept);
  });

  test('by nothing changes nothing', () => {
    expect(move(['c1'], 0, 0)(lenet)).toBe(lenet);
    expect(moveTo('c1', lenet.nodes['c1']!.at)(lenet)).toBe(lenet);
  });
});

describe('wires', () => {
  test('a single input is replaced, and the brick stays where it was', () => {
    const places = towersOf(lenet, library);
    const wired = connect(library, 'c1', 'flatten', places)(lenet);
    expect(edgesText(wired).filter((edge) => edge.endsWith('→flatten'))).toEqual(['c1→flatten']);
    const { x, y } = places.items.get('flatten')!;
    expect(wired.nodes['flatten']!.at).toEqual([x, y]);
    expect(towersText(wired)).toEqual(['digit', 'c1 s2 c3 s4', 'flatten c5 f6 output']);
  });

  test('a merge takes one after the other', () => {
    const merged = after(
      lenet,
      () => addBrick(library, { type: 'add', name: 'sum', at: [900, 0] }),
      (places) => connect(library, 'c5', 'sum', places),
      (places) => connect(library, 'f6', 'sum', places),
      (places) => connect(library, 'c5', 'sum', places),
    );
    expect(edgesText(merged).filter((edge) => edge.includes('sum'))).toEqual(['c5→sum', 'f6→sum:1', 'c5→sum:2']);
  });

  test.each([
    ['onto itself', 'c1', 'c1'],
    ['in a circle', 'output', 'c1'],
    ['into an input', 'c1', 'digit'],
    ['that is there', 'c1', 's2'],
    ['from nowhere', 'gone', 'c1'],
  ])('a wire %s changes nothing', (_, from, to) => {
    expect(connect(library, from, to, placesOf(lenet))(lenet)).toBe(lenet);
  });

  test('taken away, the upper part stays in the air', () => {
    const places = towersOf(lenet, library);
    const cut = disconnect({ from: 's2', to: 'c3', port: 0 }, places)(lenet);
    expect(cut.nodes['c3']!.at).toEqual([places.items.get('c3')!.x, places.items.get('c3')!.y]);
    expect(disconnect({ from: 's2', to: 'c3', port: 0 }, places)(cut)).toBe(cut);
  });

  test('a brick is inserted in a wire, in a tower and from elsewhere', () => {
    const wire = { from: 'digit', to: 'c1', port: 0 };
    const inserted = insertOnWire(library, wire, { type: 'dropout', at: [100, 0] })(lenet);
    expect(edgesText(inserted)).toEqual(expect.arrayContaining(['digit→dropout', 'dropout→c1']));
    const inside = insertOnWire(library, { from: 's2', to: 'c3', port: 0 }, { type: 'dropout' })(lenet);
    expect(towersText(inside)[1]).toBe('c1 s2 dropout c3 s4 flatten c5 f6 output');
    const moved = moveOntoWire(['f6'], wire, [100, 0], placesOf(lenet))(lenet);
    expect(edgesText(moved)).toEqual(expect.arrayContaining(['digit→f6', 'f6→c1', 'c5→output']));
    expect(insertOnWire(library, { from: 'c1', to: 'c3', port: 0 }, { type: 'dropout' })(lenet)).toBe(lenet);
  });
});
