import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { serve } from '../../../src/cli/server/server';
import { compile } from '../../../src/compile/compile';
import { buildTemplate } from '../../../src/document/template';
import { entryOf } from '../../../src/pretrained/catalogue';
import { testWeightsServer } from '../../../src/pretrained/testWeightsServer';
import { library } from '../../../templates/index';
import { chain } from '../../documents/chain';
import { randomH5 } from '../../fixtures/randomWeights';
import { type App, expect, test } from '../app';

const planOf = (options: Readonly<Record<string, unknown>>) =>
  compile(buildTemplate(library.architectures['mobilenet']!, options), library);
const modelWith = (alpha: number) =>
  chain('Photos', [
    ['inputImage', 'photo', { shape: [128, 128, 3] }],
    ['pretrainedBackbone', 'mobilenet', { architecture: 'mobilenet', alpha, weights: 'imagenet', pooling: 'avg' }],
    ['dense', 'answer', { units: 3, activation: 'softmax' }],
  ]);
const model = modelWith(0.25);
const id = 'mobilenet-0.25-128-no-top';
const noTop = { includeTop: false, alpha: 0.25, inputShape: [128, 128, 3] };

interface Bad {
  readonly name: string;
  readonly content: Uint8Array | string;
  readonly said: RegExp;
}
/** Files that people take for weights, with what is said about each. */
async function badFiles(): Promise<readonly Bad[]> {
  const narrow = await randomH5(planOf(noTop));
  return [
    { name: 'letter.h5', content: 'Dear Keras', said: /“letter.h5” contains no readable weights.*Choose a Keras file/ },
    { name: 'half.h5', content: narrow.subarray(0, narrow.length / 2), said: /“half.h5” is not complete.*again/ },
    { name: 'empty.h5', content: '', said: /“empty.h5” is not complete/ },
    {
      name: 'model.json',
      content: '{"format": "graph-model", "modelTopology": {"node": []}, "weightsManifest": []}',
      said: /“model.json” is a graph model.*tensorflowjs_converter/,
    },
    {
      name: 'wider.h5',
      content: await randomH5(planOf({ ...noTop, alpha: 0.5 })),
      said: /another model|do not fit the model|“wider.h5” does not contain/,
    },
  ];
}
const given = ({ name, content }: Pick<Bad, 'name' | 'content'>) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

async function choose(page: Page, button: Locator, file: Pick<Bad, 'name' | 'content'>): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await button.click();
  await (await choosing).setFiles(given(file));
}

/** Asks the model about the shipped picture of digits; its answer without the time. */
async function answer(app: App): Promise<string> {
  await app.prediction.getByLabel('Choose an image…', { exact: true }).setInputFiles('public/digits.png');
  const best = app.prediction.getByRole('listitem');
  await expect(best).toHaveCount(3);
  return (await best.allInnerTexts()).join(' ');
}

test('what is no weights file of the model is refused in words, and the model keeps its weights', async ({
  app,
  page,
}) => {
  const plain = buildTemplate(library.architectures['mobilenet']!, { ...noTop, pooling: 'avg' });
  await app.open();
  await app.openDocument({ ...plain, title: 'Plain' });
  await app.command('Open trained model…');
  const dialog = page.getByRole('dialog');
  const button = dialog.getByRole('button', { name: 'Choose files…' });
  await choose(page, button, { name: 'good.h5', content: await randomH5(compile(plain, library), 7) });
  await expect(dialog).toContainText('Loaded the weights into “Plain”');
  await dialog.getByLabel('preprocessing', { exact: true }).selectOption('tf');
  await page.keyboard.press('Escape');
  await app.button('Predict').click();
  const values = async () => {
    await app.prediction.getByLabel('Choose an image…', { exact: true }).setInputFiles('public/digits.png');
    await expect(app.prediction.getByRole('listitem')).toHaveCount(5);
    return (await app.prediction.getByRole('listitem').allInnerTexts()).join(' ');
  };
  const before = await values();
  await app.command('Open trained model…');
  for (const bad of await badFiles()) {
    await choose(page, button, bad);
    await expect(dialog.getByRole('alert'), bad.name).toHaveText(bad.said);
  }
  await expect(dialog).toContainText('weights with a different shape');
  await page.keyboard.press('Escape');
  await app.prediction.getByRole('tab', { name: 'Draw' }).click();
  await app.prediction.getByRole('tab', { name: 'Image' }).click();
  expect(await values()).toBe(before);
  // What was chosen for pictures is a setting of the model, undone with it.
  await app.openTraining();
  const preprocessing = app.training.getByLabel('preprocessing', { exact: true });
  await expect(preprocessing).toHaveValue('tf');
  await app.command('Undo');
  await expect(preprocessing).toHaveValue('auto');
});

test('a file that is not of the architecture is not kept for it', async ({ app, page }) => {
  await app.open();
  await app.openDocument(model);
  await app.button('Predict').click();
  await app.prediction.getByLabel('Choose an image…', { exact: true }).setInputFiles('public/digits.png');
  const prompt = app.prediction.getByRole('alert').filter({ hasText: `needs the weights ${id}` });
  const button = prompt.getByRole('button', { name: `Choose a file for ${id}` });
  for (const bad of await badFiles()) {
    await choose(page, button, bad);
    await expect(prompt, bad.name).toContainText(bad.said);
  }
  await choose(page, button, { name: 'right.h5', content: await randomH5(planOf(noTop)) });
  await expect(app.prediction.getByRole('listitem')).toHaveCount(3);
});

test('a download that breaks off half way goes on; after a reload no byte is fetched', async ({
  app,
  page,
  complaints,
}) => {
  const file = await randomH5(planOf(noTop));
  const published = await testWeightsServer({ [`keras/${entryOf(library, id)!.places[0]!.path}`]: file });
  process.env['DEEPBRICK_WEIGHTS_BASE'] = published.base;
  const server = await serve(fileURLToPath(new URL('../../../dist', import.meta.url)), 0);
  const fetched: string[] = [];
  page.on('request', (request) => request.url().includes('/weights-proxy/') && fetched.push(request.url()));
  try {
    const half = Math.floor(file.length / 2);
    published.breakAfter = half;
    const downloaded = () =>
      app.prediction.getByRole('progressbar').evaluate((bar) => (bar as HTMLProgressElement).value);
    published.beforeBreak = () => expect.poll(downloaded).toBeGreaterThan(0);
    await app.open(server.address);
    await app.openDocument(model);
    await app.button('Predict').click();
    await app.prediction.getByLabel('Choose an image…', { exact: true }).setInputFiles('public/digits.png');
    await app.prediction.getByRole('button', { name: /^Download/ }).click();
    await expect(app.prediction.getByRole('listitem')).toHaveCount(3);
    expect(published.asked).toHaveLength(2);
    // What was on its way when the connection broke is asked for again, what had come is not.
    const from = Number(/^bytes=(\d+)-$/.exec(published.asked[1]!.headers.range ?? '')?.[1]);
    expect(from).toBeGreaterThan(0);
    expect(from).toBeLessThanOrEqual(half);
    const before = await answer(app);
    await expect(app.saved).toBeVisible();

    const count = fetched.length;
    await page.reload();
    await app.button('Predict').click();
    expect(await answer(app)).toBe(before);
    expect([fetched.length, published.asked.length]).toEqual([count, 2]);

    // Without a connection it is said, and a file is asked for.
    await published.close();
    await app.openDocument(modelWith(0.5));
    await app.prediction.getByLabel('Choose an image…', { exact: true }).setInputFiles('public/digits.png');
    await app.prediction.getByRole('button', { name: /^Download/ }).click();
    await expect(app.prediction.getByRole('alert').first()).toContainText(
      /cannot be downloaded: no server responded. Check the connection, or choose the file yourself/,
    );
    const chosen = app.prediction.getByRole('button', { name: /^Choose a file for mobilenet-0.5/ });
    await expect(chosen).toBeVisible();

    // Nor from our own server, which has been stopped: a file of one's own goes on without it.
    await server.close();
    await app.prediction.getByRole('button', { name: /^Download/ }).click();
    await expect(app.prediction.getByRole('alert').first()).toContainText('no server responded');
    await choose(page, chosen, { name: 'own.h5', content: await randomH5(planOf({ ...noTop, alpha: 0.5 })) });
    await expect(app.prediction.getByRole('listitem')).toHaveCount(3);
    // A browser notes every answer that did not come; nothing else may be noted.
    const others = complaints.filter((text) => !text.startsWith('Failed to load resource'));
    complaints.length = 0;
    expect(others).toEqual([]);
  } finally {
    delete process.env['DEEPBRICK_WEIGHTS_BASE'];
    for (const each of [server, published]) await each.close().catch(() => undefined);
  }
});
