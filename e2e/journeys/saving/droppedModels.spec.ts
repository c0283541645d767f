import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { library, templates } from '../../../templates/index';
import { compile } from '../../../src/compile/compile';
import { toTypeScript } from '../../../src/exporters/typescript/typescript';
import { templateDocument } from '../../../src/layout/templateDocument';
import { initialOptions } from '../../../src/document/template';
import { expect, test } from '../app';
import { drop } from '../drop';

const digits = templates.find(({ id }) => id === 'lenet5')!;
const plan = compile(templateDocument(digits, initialOptions(digits), library), library);

test('a model.ts of ours dropped on the canvas opens as its bricks', async ({ app, page }) => {
  await app.open();
  await drop(app.canvas, [{ name: 'model.ts', bytes: [...Buffer.from(toTypeScript(plan))] }]);
  await expect(page.getByText(/is open as a new project/)).toBeVisible();
  await expect(app.total('total parameters')).toHaveText(plan.totals.parameters.toLocaleString('en'));
  for (const { name } of plan.steps) await expect(app.item(name)).toBeVisible();
});

test('a model.json dropped together with its shards opens with its weights; alone it says what is missing', async ({
  app,
  page,
}) => {
  const [json, shard] = ['model.json', 'group1-shard1of1.bin'].map((name) => ({
    name,
    bytes: [...readFileSync(join('public/digitsBackbone', name))],
  }));
  await app.open();
  await drop(app.canvas, [shard!, json!]);
  const opened = page.getByText(/is open as a new project/);
  await expect(opened).toBeVisible();
  await expect(opened).not.toContainText('missing');
  await expect(app.total('total parameters')).toHaveText('35,189');
  await app.open();
  await drop(app.canvas, [json!]);
  await expect(page.getByText(/The weights are missing: they lie in group1-shard1of1.bin/)).toBeVisible();
});
