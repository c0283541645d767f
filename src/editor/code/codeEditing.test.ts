import { describe, expect, test } from 'vitest';
import { library, templates } from '../../../templates/index';
import { emptyDocument } from '../../document/document';
import { remove, rename, setParam } from '../../document/edits';
import { modelFile } from '../../exporters/keras/model/modelFile';
import { templateDocument } from '../../layout/templateDocument';
import { createEditor } from '../store';
import { bricksAt, createCodeEditing } from './codeEditing';

const templateOf = (id: string) =>
  templateDocument(
    templates.find((each) => each.id === id)!,
    {},
    library,
  );

function opened(id = 'digits') {
  const editor = createEditor(templateOf(id), library);
  const code = createCodeEditing(editor, (_, plan) => modelFile(plan));
  editor.store.subscribe(() => code.follow());
  const type = (from: string, to: string) => code.settle(code.store.getState().text.replace(from, to));
  return { editor, code, type, state: () => editor.store.getState(), shown: () => code.store.getState() };
}

describe('what is typed goes to the canvas', () => {
  test('as one step, which undo takes back, and the text follows', () => {
    const { editor, type, state, shown } = opened();
    const [before, text] = [state().document, shown().text];
    expect(text).toContain('5,386 parameters');
    expect(type('Conv2D(8,', 'Conv2D(16,')).toBe(true);
    expect(state().document.nodes['conv2d']!.params).toMatchObject({ filters: 16 });
    expect(state().history.past).toEqual([before]);
    editor.undo();
    expect(state().document).toBe(before);
    expect(shown().text).toBe(text);
    editor.redo();
    expect(shown().text).toBe(text.replace('Conv2D(8,', 'Conv2D(16,').replace('5,386', '6,746'));
  });

  test('typing on in the line is the same step, another line is the next', () => {
    const { editor, type, state } = opened();
    type('Conv2D(8,', 'Conv2D(1,');
    type('Conv2D(1,', 'Conv2D(12,');
    expect(state().history.past).toHaveLength(1);
    type('Dense(10,', 'Dense(11,');
    expect(state().history.past).toHaveLength(2);
    editor.seal();
    type('Dense(11,', 'Dense(12,');
    expect(state().history.past).toHaveLength(3);
  });

  test('as it was written: the text is not printed anew', () => {
    const { code, shown } = opened();
    const own = shown().text.replace('layers.Conv2D(8, (5, 5)', 'layers.Conv2D( filters = 8,kernel_size=5');
    expect(code.settle(own)).toBe(true);
    expect(shown().text).toBe(own);
    expect(code.isOwn()).toBe(true);
    code.tidy();
    expect(shown().text).not.toBe(own);
    expect(code.isOwn()).toBe(false);
  });

  test('where it says the same, nothing is to be undone', () => {
    const { type, state } = opened();
    type('x = layers.Flatten(', '# the picture as one row\n    x = layers.Flatten(');
    expect(state().history.past).toHaveLength(0);
  });

  test('into a project without bricks', () => {
    const editor = createEditor(emptyDocument('New'), library);
    const code = createCodeEditing(editor, (_, plan) => modelFile(plan));
    const text = 'import keras\nmodel = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])\n';
    expect(code.settle(text)).toBe(true);
    expect(Object.keys(editor.store.getState().document.nodes)).toEqual(['input_layer', 'dense']);
  });

  test('of a model that is broken, too: its bricks are not there twice', () => {
    const { editor, code, type, state, shown } = opened();
    const whole = shown().text;
    const { nodes } = state().document;
    editor.edit(remove(['flatten'], { items: new Map() }));
    expect(state().plan.issues.length).toBeGreaterThan(0);
    expect(type('Conv2D(8,', 'Conv2D(16,')).toBe(false);
    expect(code.settle(whole)).toBe(true);
    expect(Object.keys(state().document.nodes).toSorted()).toEqual(Object.keys(nodes).toSorted());
    expect(state().plan.issues).toEqual([]);
  });
});

describe('what cannot be read stays off the canvas', () => {
  test.each([
    ['Conv2D(8, (5, 5)', 'Conv2D(8, (5, 5', 'code'],
    ['layers.Dense(10', 'layers.Dens(10', 'code'],
    ['x = layers.Flatten(name="flatten")(x)', 'x = layers.Flatten(name="flatten")(y)', 'code'],
    ['layers.Dense(10', 'layers.Dense(-10', 'argument'],
    ['activation="softmax"', 'activation="softmaximum"', 'argument'],
  ])('%s → %s', (from, to, problem) => {
    const { type, code, state, shown } = opened();
    const { document } = state();
    const { text } = shown();
    expect(type(from, to)).toBe(false);
    expect(state().document).toBe(document);
    const line = text.slice(0, text.indexOf(from)).split('\n').length;
    expect(shown().trouble).toMatchObject({ line, trouble: { code: problem } });
    expect(code.settle(text)).toBe(true);
    expect(shown().trouble).toBeNull();
  });
});

describe('a text comes back as it was typed, character for character', () => {
  const typed = (text: string) =>
    text
      .replace('# ', '#  my own:  ')
      .replace('x = layers.Flatten(', '# the picture as one row\n    x  =  layers.Flatten(');

  test('with undo and redo of edits on both sides', () => {
    const { editor, code, type, shown } = opened();
    const texts = [shown().text];
    code.settle(typed(shown().text));
    texts.push(shown().text);
    type('Conv2D(8,', 'Conv2D( 16 ,');
    texts.push(shown().text);
    editor.edit(setParam('conv2d_1', 'filters', 12));
    texts.push(shown().text);
    expect(new Set(texts).size).toBe(4);
    editor.undo();
    expect(shown().text).toBe(texts[2]);
    editor.undo();
    expect(shown().text).toBe(texts[1]);
    editor.redo();
    expect(shown().text).toBe(texts[2]);
    editor.redo();
    expect(shown().text).toBe(texts[3]);
  });

  test('where the panel is closed and opened, and its lines are known', () => {
    const { editor, code, shown } = opened();
    code.settle(typed(shown().text));
    const again = createCodeEditing(editor, (_, plan) => modelFile(plan));
    expect(again.store.getState().text).toBe(shown().text);
    again.locate();
    expect(again.store.getState().lines).toEqual(shown().lines);
    expect(again.settle(shown().text.replace('Conv2D(8,', 'Conv2D(9,'))).toBe(true);
    expect(editor.store.getState().document.nodes['conv2d']!.params).toMatchObject({ filters: 9 });
  });

  test('what could not be read, too, with its trouble', () => {
    const { editor, code, type, shown } = opened();
    type('layers.Flatten(', 'layers.Flatten((');
    const { draft, trouble } = shown();
    expect(draft).toContain('Flatten((');
    expect(createCodeEditing(editor, (_, plan) => modelFile(plan)).store.getState()).toMatchObject({ draft, trouble });
    editor.edit(setParam('conv2d', 'filters', 12));
    expect(shown()).toMatchObject({ draft: null, trouble: null });
    editor.undo();
    expect(shown()).toMatchObject({ draft, trouble });
    code.settle(draft!.replace('Flatten((', 'Flatten('));
    expect(shown()).toMatchObject({ draft: null, trouble: null });
  });

  test('printed anew where somebody wished it', () => {
    const { editor, code, type, shown } = opened();
    const { text } = shown();
    code.settle(typed(text));
    code.tidy();
    type('Conv2D(8,', 'Conv2D(16,');
    editor.undo();
    expect(shown().text).toBe(text);
  });
});

describe('what is done on the canvas goes into the text', () => {
  test('a parameter, and a new name', () => {
    const { editor, shown } = opened();
    editor.edit(setParam('conv2d', 'filters', 12));
    expect(shown().text).toContain('layers.Conv2D(12, (5, 5)');
    editor.edit(rename('flatten', 'row'));
    expect(shown().text).toContain('name="row"');
  });

  test('what code does not say leaves it as it was typed', () => {
    const { editor, type, shown } = opened();
    type('x = layers.Flatten(', 'x  =  layers.Flatten(');
    const { text } = shown();
    editor.edit((document) => ({ ...document, training: { ...document.training, epochs: 99 } }));
    expect(shown().text).toBe(text);
  });
});

describe('a layer of somebody’s own', () => {
  const own =
    'class Blur(layers.Layer):\n    def call(self, x):\n        return some_library.blur(x, self.radius)\n\n\ndef ';
  const typed = 'x = Blur(radius=2, name="blur")(x)\n    x = layers.Flatten(';

  test('keeps its place on the canvas with its wires, and is one step that can be undone', () => {
    const { editor, code, state, shown } = opened();
    const before = state().document;
    const text = shown().text.replace('def ', own).replace('x = layers.Flatten(', typed);
    expect(code.settle(text)).toBe(true);
    const { nodes, edges } = state().document;
    const [from] = before.edges.filter(({ to }) => to === 'flatten').map((edge) => edge.from);
    expect(nodes['blur']).toMatchObject({ type: 'placeholder', params: { className: 'Blur' } });
    expect(edges.filter(({ from: one, to }) => one === 'blur' || to === 'blur')).toEqual(
      expect.arrayContaining([
        { from, to: 'blur', port: 0 },
        { from: 'blur', to: 'flatten', port: 0 },
      ]),
    );
    expect(shown()).toMatchObject({ text, trouble: null });
    editor.undo();
    expect(state().document).toBe(before);
    editor.redo();
    editor.edit(setParam('conv2d', 'filters', 12));
    expect(shown().text).toContain('name="blur"');
    expect(code.settle(shown().text.replace('Conv2D(12,', 'Conv2D(14,'))).toBe(true);
    expect(state().document.nodes['blur']).toEqual(nodes['blur']);
  });

  test.each([
    ['layers.Blur(2)', 'attribute'],
    ['Blur(2)', 'unknownName'],
  ])('that nothing says is told at its line: %s', (call, problem) => {
    const { type, state, shown } = opened();
    const { document } = state();
    expect(type('x = layers.Flatten(', `x = ${call}(x)\n    x = layers.Flatten(`)).toBe(false);
    expect(state().document).toBe(document);
    const { trouble } = shown();
    expect(trouble?.trouble).toMatchObject({ code: 'code', data: { code: problem } });
    expect(trouble?.line).toBeGreaterThan(1);
  });
});

describe('lines and bricks', () => {
  test('of a line its brick, of a brick its lines', () => {
    const { code, type, shown } = opened();
    code.locate();
    const lineOf = (words: string) =>
      shown()
        .text.split('\n')
        .findIndex((line) => line.includes(words)) + 1;
    expect(bricksAt(shown().lines, lineOf('name="conv2d_1"'))).toEqual(['conv2d_1']);
    expect(shown().lines.get('digit')).toEqual([[lineOf('keras.Input'), lineOf('keras.Input')]]);
    expect(bricksAt(shown().lines, 1)).toEqual([]);
    type('x = layers.Flatten(name="flatten")(x)', 'x = layers.Flatten(\n        name="flatten",\n    )(x)');
    expect(bricksAt(shown().lines, lineOf('name="flatten"'))).toEqual(['flatten']);
  });

  test('a line of a function has all bricks that it makes', () => {
    const { code, shown } = opened('resnet50');
    code.locate();
    const { text, lines } = shown();
    const rows = text.split('\n');
    const own = rows.findIndex((line) => line.includes('name="avg_pool"')) + 1;
    expect(bricksAt(lines, own)).toEqual(['avg_pool']);
    const add = rows.findIndex((line) => line.includes('layers.Add(name=f"{name}_add")')) + 1;
    expect(bricksAt(lines, add)).toHaveLength(12);
  });

  test('bricks are named as on the canvas', () => {
    const { editor, code, shown } = opened();
    editor.edit(rename('flatten', '한 줄'));
    code.locate();
    expect(shown().lines.get('한 줄')).toHaveLength(1);
  });
});
