import { readFile } from 'node:fs/promises';
import flatten from '../../../bricks/shape/flatten';
import inputImage from '../../../bricks/data/inputImage';
import { expect, test } from '../app';
import { documentOf } from '../documents';
import { drop } from '../drop';

const fileOf = (name: string, text: string) => ({ name, bytes: [...Buffer.from(text)] });

test('a saved file opens again as the same model', async ({ app, page }) => {
  await app.open('/?template=lenet5');
  const total = (await app.total('total parameters').textContent()) ?? '';
  expect(Number(total.replaceAll(',', ''))).toBeGreaterThan(40_000);
  const saving = page.waitForEvent('download');
  await app.command('Save as file');
  const file = await saving;
  expect(file.suggestedFilename()).toBe('LeNet-5.deepbrick.json');
  const text = await readFile(await file.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ format: 'deepbrick', version: 1, title: 'LeNet-5' });

  await app.open('/?template=digits');
  await expect(app.total('total parameters')).toHaveText('5,386');
  await app.openFile('LeNet-5.deepbrick.json', text);
  await expect(app.total('total parameters')).toHaveText(total);
});

test('a share link carries the whole document', async ({ app, page, context }) => {
  await app.open();
  await app.item('conv2d').click();
  await app.inspector.getByLabel('filters', { exact: true }).fill('24');
  await app.command('Share link…');
  const link = await page.getByRole('dialog').getByRole('textbox').inputValue();
  expect(link).toContain('#model=');

  const other = await context.browser()!.newContext();
  const visitor = await other.newPage();
  await visitor.goto(link);
  await expect(visitor.getByRole('button', { name: /^conv2d, Conv2D, output 24×24×24, 624 parameters/ })).toBeVisible();
  await visitor.goto('about:blank');
  await visitor.goto(link.slice(0, -40));
  await expect(visitor.getByRole('alert').filter({ hasText: 'The link is damaged' })).toBeVisible();
  await expect(visitor.getByRole('button', { name: /^conv2d, / })).toBeVisible();
  await other.close();
});

const kerasLambda = JSON.stringify({
  class_name: 'Sequential',
  config: {
    layers: [
      { class_name: 'InputLayer', config: { name: 'in', batch_shape: [null, 4] } },
      { class_name: 'Lambda', config: { name: 'mine', arguments: { factor: 2 } } },
      { class_name: 'Dense', config: { name: 'dense', units: 3 } },
    ],
  },
});
const good = { format: 'deepbrick', version: 1, title: 'x', nodes: {}, edges: [], blocks: {} };
const bad: readonly [string, string, RegExp][] = [
  ['text', 'hello', /JSON/],
  ['truncated', '{"format": "deepbrick", "version": 1, "nod', /JSON/],
  ['a notebook without a model', '{"nbformat":4,"cells":[]}', /makes no model/],
  ['of a newer version', JSON.stringify({ ...good, version: 99 }), /newer|99/],
  [
    'with a poisoned key',
    '{"format":"deepbrick","version":1,"title":"x","nodes":{"__proto__":{}},"edges":[],"blocks":{}}',
    /./,
  ],
];
test('files that are none are refused in words, each in its own, and the canvas stays', async ({ app, page }) => {
  await app.open();
  for (const [what, text, message] of bad) {
    await app.openFile('model.deepbrick.json', text);
    const refusal = page.getByRole('alert').filter({ hasText: message });
    await expect(refusal, what).toBeVisible();
    await expect(app.total('total parameters')).toHaveText('5,386');
    await refusal.getByRole('button', { name: 'Dismiss' }).click();
    await expect(page.getByRole('alert')).toBeHidden();
  }
});

test('a brick that this version does not know is kept and shown broken', async ({ app }) => {
  await app.open('/?template=digits');
  const future = documentOf('From tomorrow', (place) => place(flatten, {}, place(inputImage), 'hologram'));
  const nodes = { ...future.nodes, hologram: { ...future.nodes['hologram']!, type: 'hologram' } };
  await app.openDocument({ ...future, nodes });
  await expect(app.item('hologram')).toHaveAccessibleName(/hologram.*output unknown/);
  await expect(app.page.getByRole('button', { name: /^1 problem/ })).toBeVisible();
});

test('a Keras configuration opens as a new project, by dialog and by drop, and says what was left out', async ({
  app,
  page,
}) => {
  const fixture = new URL('../../../src/importers/kerasConfig/fixtures/keras3.json', import.meta.url);
  const text = await readFile(fixture, 'utf8');
  await app.open();
  await app.openFile('mlp.json', text);
  await expect(page.getByLabel('Project title')).toHaveValue('digits_mlp');
  await expect(app.total('total parameters')).toHaveText('109,322');
  await expect(app.item('dense')).toHaveAccessibleName('dense, Dense, output 128, 100,480 parameters');
  const note = page.getByText('“digits_mlp” is open as a new project.');
  await expect(note).toContainText('“dropout”: seed = 7 was skipped');
  await drop(app.canvas, [fileOf('again.json', text.replace('"digits_mlp"', '"dropped_mlp"'))]);
  await expect(page.getByLabel('Project title')).toHaveValue('dropped_mlp');
});

test('a layer of Keras that has no brick keeps its place, and the model says so', async ({ app, page }) => {
  await app.open();
  await app.openFile('model.json', kerasLambda);
  await expect(page.getByText('“mine” is a Lambda, which no brick computes')).toBeVisible();
  await expect(app.item('mine')).toBeVisible();
  await expect(page.getByRole('button', { name: /^1 problem/ })).toBeVisible();
  await expect(app.button('Train')).toBeDisabled();

  // What comes out of it only a person knows; the bricks behind it follow.
  await expect(app.item('dense')).toHaveAccessibleName('dense, Dense, output 3, 15 parameters');
  await expect(app.item('mine')).toHaveAccessibleName(/^mine, Lambda, output 4/);
  await app.item('mine').click();
  await expect(app.inspector.getByText('{"factor":2}')).toBeVisible();
  const shape = app.inspector.getByLabel('Output shape');
  await expect(shape).toHaveValue('4');
  await shape.fill('8');
  await shape.press('Enter');
  await expect(app.item('dense')).toHaveAccessibleName('dense, Dense, output 3, 27 parameters');
});

test('a file dropped on the page opens', async ({ app, page }) => {
  await app.open();
  const text = JSON.stringify(documentOf('Dropped', (place) => place(flatten, {}, place(inputImage))));
  await drop(app.canvas, [fileOf('dropped.deepbrick.json', text)]);
  await expect(page.getByLabel('Project title')).toHaveValue('Dropped');
  await expect(app.item('flatten')).toHaveAccessibleName('flatten, Flatten, output 784, 0 parameters');
});

test('a text file renamed to .png is refused as a picture', async ({ app }) => {
  await app.open();
  await app.button('Predict').click();
  await app.prediction.getByRole('tab', { name: 'Image' }).click();
  const buffer = Buffer.from('this is no picture');
  await app.prediction
    .getByLabel('Choose an image…')
    .setInputFiles({ name: 'digit.png', mimeType: 'image/png', buffer });
  await expect(app.prediction.getByRole('alert')).toContainText('“digit.png” cannot be shown');
});
