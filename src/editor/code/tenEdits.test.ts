import { expect, test } from 'vitest';
import { library, templates } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { modelFile } from '../../exporters/keras/model/modelFile';
import { templateDocument } from '../../layout/templateDocument';
import { createEditor } from '../store';
import { bricksAt, createCodeEditing } from './codeEditing';

const digits = () =>
  templateDocument(
    templates.find(({ id }) => id === 'digits')!,
    {},
    library,
  );

const other = `import keras
from keras import layers

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Flatten(),
    layers.Dense(30, activation="relu"),
    layers.Dense(10, activation="softmax"),
], name="other")
`;

test('ten edits that a person makes one after the other', () => {
  const editor = createEditor(digits(), library);
  const code = createCodeEditing(editor, (_, plan) => modelFile(plan));
  editor.store.subscribe(() => code.follow());
  const text = () => code.store.getState().text;
  const nodes = () => editor.store.getState().document.nodes;
  const trouble = () => code.store.getState().trouble;
  const places = () => Object.fromEntries(Object.entries(nodes()).map(([name, { at }]) => [name, at]));
  const past = () => editor.store.getState().history.past.length;
  /** The line with these words, and what becomes of it. */
  const line = (words: string, change: (line: string) => string) => {
    const lines = text().split('\n');
    const at = lines.findIndex((each) => each.includes(words));
    if (at < 0) throw new Error(`${words} is not in\n${text()}`);
    return code.settle(lines.flatMap((each, index) => (index === at ? change(each).split('\n') : [each])).join('\n'));
  };
  const isWhole = () => expect(compile(editor.store.getState().document, library).issues).toEqual([]);

  // 1. Another number.
  expect(line('name="conv2d")', (each) => each.replace('Conv2D(8', 'Conv2D(12'))).toBe(true);
  expect(nodes()['conv2d']!.params).toMatchObject({ filters: 12 });
  // 2. A layer in the middle.
  const before = places();
  expect(line('name="flatten"', (each) => `${each}\n    x = layers.Dense(20, name="middle")(x)`)).toBe(true);
  expect(nodes()['middle']!.params).toMatchObject({ units: 20 });
  expect(places()['conv2d']).toEqual(before['conv2d']);
  // 3. One less.
  expect(line('name="max_pooling2d_1"', () => '')).toBe(true);
  expect(Object.keys(nodes())).not.toContain('max_pooling2d_1');
  isWhole();
  // 4. Another name keeps the brick where it is.
  const middle = places()['middle'];
  expect(line('name="middle"', (each) => each.replace('middle', 'hidden'))).toBe(true);
  expect(places()['hidden']).toEqual(middle);
  expect(Object.keys(nodes())).not.toContain('middle');
  // 5. A branch, in one go.
  expect(
    line('name="hidden"', (each) =>
      [
        each.replace('x = ', 'side = ').replaceAll('hidden', 'side'),
        each,
        '    x = layers.Add(name="both")([x, side])',
      ].join('\n'),
    ),
  ).toBe(true);
  expect(
    editor.store
      .getState()
      .document.edges.filter(({ to }) => to === 'both')
      .map(({ from }) => from),
  ).toEqual(['hidden', 'side']);
  isWhole();
  // 6. Another activation.
  expect(line('name="conv2d")', (each) => each.replace('"relu"', '"tanh"'))).toBe(true);
  expect(nodes()['conv2d']!.params).toMatchObject({ activation: 'tanh' });
  // 7. A slip leaves the canvas as it is, and is marked; mended it is gone.
  const whole = editor.store.getState().document;
  const steps = past();
  const mended = text();
  expect(line('name="hidden"', (each) => each.replace(')(x)', '(x)'))).toBe(false);
  expect(editor.store.getState().document).toBe(whole);
  expect(trouble()).not.toBeNull();
  code.settle(mended);
  expect(trouble()).toBeNull();
  expect(editor.store.getState().document).toBe(whole);
  expect(past()).toBe(steps);
  // 8. Another model in place of all.
  expect(code.settle(other)).toBe(true);
  expect(Object.values(nodes()).map(({ type }) => type)).toEqual(['inputImage', 'flatten', 'dense', 'dense']);
  isWhole();
  // 9. One undo takes it back.
  editor.undo();
  expect(editor.store.getState().document).toBe(whole);
  expect(text()).toContain('name="both"');
  // 10. And on from there; lines and bricks are the same things on both sides.
  expect(line('name="conv2d")', (each) => each.replace('Conv2D(12', 'Conv2D(6'))).toBe(true);
  const at =
    text()
      .split('\n')
      .findIndex((each) => each.includes('name="hidden"')) + 1;
  expect(bricksAt(code.store.getState().lines, at)).toEqual(['hidden']);
});
