import { describe, expect, test } from 'vitest';
import { library, templates } from '../../../templates/index';
import { move, setFolded, setParam, setTitle, setTrainable } from '../../document/edits';
import { placesOf } from '../../document/edits/testDocuments';
import { createEditor } from '../../editor/store';
import { templateDocument } from '../../layout/templateDocument';
import { type BrickFlowNode, type Flow, flowOf } from './flowNodes';
import { titleId } from './marks/marks';

const editorFor = (id: string) =>
  createEditor(
    templateDocument(
      templates.find((template) => template.id === id)!,
      {},
      library,
    ),
    library,
  );
const bricks = (flow: Flow) => flow.nodes.filter((node): node is BrickFlowNode => node.type === 'brick');
const node = (flow: Flow, id: string) => bricks(flow).find((one) => one.id === id)!;

describe('React Flow’s nodes', () => {
  test.each(templates.map(({ id }) => id))('%s: one for each item, one edge for each wire', (id) => {
    const state = editorFor(id).store.getState();
    const flow = flowOf(state, library, null);
    expect(bricks(flow).map((one) => one.id)).toEqual([...state.towers.items.keys()]);
    expect(flow.edges.map((edge) => edge.id)).toEqual(state.towers.wires.map((wire) => wire.id));
  });

  const changed = (before: Flow, after: Flow) => {
    const known = new Set<unknown>([...before.nodes, ...before.edges]);
    return [...after.nodes, ...after.edges].filter((one) => !known.has(one)).map(({ id }) => id);
  };

  test('a selection changes what is selected and what was, and nothing else', () => {
    const editor = editorFor('residual');
    const first = flowOf(editor.store.getState(), library, null);
    editor.select(['res1_conv1']);
    const second = flowOf(editor.store.getState(), library, first);
    expect(changed(first, second)).toEqual(['res1_conv1']);
    expect(second.edges).toBe(first.edges);
    editor.select(['predictions']);
    const third = flowOf(editor.store.getState(), library, second);
    expect(changed(second, third).toSorted()).toEqual(['predictions', 'res1_conv1']);
    const [wire] = editor.store.getState().towers.wires;
    editor.select(['predictions'], [wire!.id]);
    const fourth = flowOf(editor.store.getState(), library, third);
    expect(changed(third, fourth)).toEqual([wire!.id]);
    expect(fourth.nodes).toBe(third.nodes);
    editor.select([]);
    expect(flowOf(editor.store.getState(), library, fourth).nodes).toEqual(first.nodes);
  });

  test('an edit changes the bricks whose look it changes, and the foot of their tower', () => {
    const editor = editorFor('digits');
    const before = flowOf(editor.store.getState(), library, null);
    const { towers } = editor.store.getState();
    editor.edit(setParam('conv2d_1', 'activation', 'elu'));
    const after = flowOf(editor.store.getState(), library, before);
    expect(changed(before, after)).toEqual(['conv2d_1']);
    expect(editor.store.getState().towers).toBe(towers);
    editor.edit(setParam('predictions', 'units', 7));
    const { tower } = towers.items.get('predictions')!;
    const last = flowOf(editor.store.getState(), library, after);
    expect(changed(after, last).toSorted()).toEqual([...new Set([tower, 'predictions'])].toSorted());
  });

  test('a move changes the tower that is moved; a save and a seal change nothing, a title itself', () => {
    const editor = editorFor('residual');
    const first = flowOf(editor.store.getState(), library, null);
    const { towers } = editor.store.getState();
    const tower = towers.towers.at(-1)!;
    editor.edit(move([tower.id], 300, 120));
    const second = flowOf(editor.store.getState(), library, first);
    const own = new Set(tower.items);
    const others = changed(first, second).filter((id) => !own.has(id));
    expect(changed(first, second)).toEqual(expect.arrayContaining([...own]));
    expect(others.filter((id) => towers.items.has(id))).toEqual([]);
    editor.seal();
    expect(flowOf(editor.store.getState(), library, second).nodes).toBe(second.nodes);
    editor.edit(setTitle('another'));
    const third = flowOf(editor.store.getState(), library, second);
    expect(changed(second, third)).toEqual([titleId]);
    expect(third.edges).toBe(second.edges);
  });

  test('the first broken brick speaks, those behind it wait, those before it are untouched', () => {
    const editor = editorFor('digits');
    editor.edit(setParam('conv2d_1', 'filters', -1));
    const flow = flowOf(editor.store.getState(), library, null);
    expect(
      bricks(flow)
        .filter(({ data }) => data.speaks)
        .map(({ id }) => id),
    ).toEqual(['conv2d_1']);
    expect(node(flow, 'conv2d_1').data.view.look.state).toBe('broken');
    expect(node(flow, 'flatten').data.view.look.state).toBe('blocked');
    expect(node(flow, 'conv2d').data.view.look.state).toBeUndefined();
  });

  test('a folded block says what is in it', () => {
    const editor = editorFor('vgg16');
    editor.edit(setFolded(['block3'], true, placesOf(editor.store.getState().document)));
    editor.edit(setTrainable(['block3'], false));
    const { view, foot } = node(flowOf(editor.store.getState(), library, null), 'block3').data;
    expect(view.layer).toBeNull();
    expect(view.parameters).toBe(1_475_328);
    expect(view.frozen).toBe(true);
    expect(view.look).toMatchObject({
      category: 'convolution',
      facts: ['3 × Conv2D 256'],
      lines: ['+ MaxPooling2D', '56×56×128 → 28×28×256'],
      note: '1,475,328',
      spine: ['convolution', 'convolution', 'convolution', 'pooling'],
    });
    expect(foot).toMatchObject({ block: 'block3', folded: true, shape: [28, 28, 256] });
  });

  test('an unfolded block that is one tower is named at its foot; one in several towers gets frames', () => {
    const vgg = flowOf(editorFor('vgg16').store.getState(), library, null);
    expect(node(vgg, 'flatten').data.foot).toMatchObject({ block: 'top', folded: false, parameters: 123_642_856 });
    expect(vgg.nodes.filter(({ type }) => type === 'hull')).toEqual([]);
    const residual = flowOf(editorFor('residual').store.getState(), library, null);
    expect(node(residual, 'res1_conv1').data.foot).toMatchObject({ block: 'res1', folded: false });
    const hulls = residual.nodes.flatMap((one) => (one.type === 'hull' ? [one.data.hull] : []));
    expect(new Set(hulls.map(({ block }) => block))).toEqual(new Set(['res2']));
    for (const { x, y, width, height, block } of hulls) {
      const within = bricks(residual).filter(
        ({ position }) => position.x > x && position.x < x + width && position.y > y && position.y < y + height,
      );
      expect(within.length).toBeGreaterThan(0);
      for (const { id } of within) expect(id.startsWith(block)).toBe(true);
    }
  });
});
