import dense from '../../../bricks/core/dense';
import flatten from '../../../bricks/shape/flatten';
import inputImage from '../../../bricks/data/inputImage';
import conv2d from '../../../bricks/convolution/conv2d';
import maxPooling2d from '../../../bricks/pooling/maxPooling2d';
import type { App } from '../app';
import { documentOf } from '../documents';
import { expect, test } from '../app';

/** A model that a small machine trains in seconds: one strided convolution, one epoch over a tenth of the digits. */
const tiny = documentOf('Tiny', (place) => {
  let x = place(inputImage, {}, [], 'digit');
  x = place(conv2d, { filters: 4, kernelSize: [5, 5], strides: [3, 3], activation: 'relu' }, x);
  x = place(maxPooling2d, {}, x);
  x = place(flatten, {}, x);
  place(dense, { units: 10, activation: 'softmax' }, x, 'predictions');
});
const training = { ...tiny.training, batchSize: 100, epochs: 2, validationSplit: 0.8 };

async function trained(app: App): Promise<void> {
  await app.openDocument({ ...tiny, training });
  await expect(app.item('conv2d')).toHaveAccessibleName(/output 8×8×4, 104 parameters/);
  await app.button('Train').click();
  await expect(app.training).toBeVisible();
  await expect(app.button('Stop')).toBeVisible();
  await expect(app.button('Train')).toBeVisible({ timeout: 60_000 });
  await expect(app.status).toContainText('Ready');
}

test('trains in a worker, shows curves and results, and predicts samples and drawings', async ({ app, page }) => {
  await app.open();
  await trained(app);
  await app.training.getByRole('tab', { name: 'Results' }).click();
  await expect(app.training.getByRole('table', { name: /^Confusion matrix/ })).toBeVisible();
  await expect(app.training).toContainText(/95 % interval [\d.]+ % – [\d.]+ % · if always “1”: 1\d\.\d %/);
  // A cell opens its samples, by the keys too.
  const cells = app.training.getByRole('table', { name: /^Confusion matrix/ }).getByRole('button');
  await cells.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const cell = app.training.getByRole('table').locator('[aria-expanded="true"]');
  const counted = Number(await cell.textContent());
  const opened = app.training.getByRole('region', { name: new RegExp(`^${counted} samples? of “`) });
  await expect(opened.getByRole('status')).toHaveText(/^\d+ samples? of “\d”/);
  await expect(opened.getByRole('listitem')).toHaveCount(Math.min(12, counted));
  await opened.getByRole('button', { name: 'Close these samples' }).click();
  await expect(opened).toBeHidden();
  await app.training.getByText('Worst mistakes').click();
  await expect(app.training.getByRole('listitem').first()).toContainText(/true \d · predicted \d \d+\.\d %/);
  await app.training.getByText('All scores').click();
  const scores = app.training.getByRole('table', { name: /^Scores/ });
  await expect(
    scores.getByRole('row', { name: /^balanced accuracy 0\.\d{3} 0\.\d{3} – \d\.\d{3} 0\.100$/ }),
  ).toBeVisible();
  await expect(scores.getByRole('columnheader', { name: 'if always “1”' })).toBeVisible();
  await expect(app.training).toContainText(/Validation: loss \d\.\d+, accuracy \d+/);

  await app.button('Predict').click();
  await app.prediction.getByRole('tab', { name: 'Samples' }).click();
  await expect(app.prediction.getByRole('listitem')).toHaveCount(5);
  await expect(app.prediction).toContainText('True label: ');
  await app.prediction.getByRole('button', { name: 'Next sample' }).click();
  await expect(app.prediction).toContainText('Validation sample 2 of');
  await app.item('conv2d').click();
  await expect(app.prediction).toContainText('4 maps');

  await app.prediction.getByRole('tab', { name: 'Draw' }).click();
  const pad = app.prediction.getByLabel(/^Drawing area/);
  const box = (await pad.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.8, { steps: 8 });
  await page.mouse.up();
  await expect(app.prediction.getByRole('listitem')).toHaveCount(5);
});

test('weights, history and optimizer survive a reload, and training goes on', async ({ app, page }) => {
  await app.open();
  await trained(app);
  await app.training.getByLabel('log scale').check();
  await page.reload();
  await app.openTraining();
  await expect(app.training.getByLabel('log scale')).toBeChecked();
  const goOn = app.training.getByRole('button', { name: 'Continue from epoch 3' });
  await goOn.click();
  // Two small epochs: that they run may be over before it is seen.
  await expect(app.training.getByRole('button', { name: 'Continue from epoch 5' })).toBeVisible({ timeout: 60_000 });
  await app.training.getByRole('tab', { name: 'Runs' }).click();
  await expect(app.training).toContainText('4 epochs');
  // A run that was deleted can be taken back; what the model has learned stays, either way.
  await app.training.getByRole('button', { name: 'Delete this run' }).click();
  await expect(app.training).toContainText('Every training run is listed here');
  await expect(app.training.getByRole('button', { name: 'Continue from epoch 5' })).toBeVisible();
  const notices = page.getByRole('region', { name: 'Messages' });
  await notices.getByRole('button', { name: 'Undo' }).click();
  await expect(app.training).toContainText('4 epochs');
  await page.reload();
  await app.openTraining();
  await app.training.getByRole('tab', { name: 'Runs' }).click();
  await expect(app.training).toContainText('4 epochs');
});

test('pause holds the place, resume goes on, stop keeps the weights', async ({ app }) => {
  await app.open();
  await app.openDocument({ ...tiny, training: { ...training, epochs: 2000, validationSplit: null } });
  const place = async () => (await app.button('Predict').boundingBox())!.x;
  const before = await place();
  await app.button('Train').click();
  await expect(app.status).toContainText(/epoch \d+\/2000/);
  expect(await place(), 'what stands beside Train stays there').toBe(before);
  // A page that is drawn in software shares the cores with what it trains.
  const patient = { timeout: 90_000 };
  // Maps of a sample and histograms of the weights, on the bricks, until they are switched off.
  const live = app.canvas.locator('[data-live="true"]');
  await expect(live).toHaveCount(5, patient);
  const showsLive = app.training.getByRole('switch', { name: 'live bricks' });
  await showsLive.click(patient);
  await expect(live).toHaveCount(0, patient);
  await showsLive.click(patient);
  await expect(live).toHaveCount(5, patient);
  await app.button('Pause').click(patient);
  await app.button('Resume').click(patient);
  await app.button('Stop').click(patient);
  await expect(app.button('Train')).toBeVisible({ timeout: 30_000 });
  await app.button('Predict').click();
  await app.prediction.getByRole('tab', { name: 'Samples' }).click();
  await expect(app.prediction.getByRole('listitem')).toHaveCount(5);
});

test('a model that is edited while it trains: the run goes on as it began, and says so, and so do its results', async ({
  app,
}) => {
  await app.open();
  await app.openDocument({ ...tiny, training: { ...training, epochs: 2000, validationSplit: null } });
  await app.button('Train').click();
  await expect(app.status).toContainText(/epoch \d+\/2000/);
  const goesOn = app.training.getByText(/This run goes on with the model as it was when it began/);
  await expect(goesOn).toBeHidden();
  const patient = { timeout: 90_000 };
  await app.item('conv2d').click(patient);
  const filters = app.inspector.getByLabel('filters', { exact: true });
  await filters.fill('6', patient);
  await expect(app.item('conv2d')).toHaveAccessibleName(/output 8×8×6/);
  await expect(goesOn).toBeVisible(patient);
  await filters.fill('4', patient);
  await expect(goesOn).toBeHidden(patient);
  await filters.fill('6', patient);
  await expect(goesOn).toBeVisible(patient);
  await app.button('Stop').click(patient);
  await expect(app.button('Train')).toBeVisible(patient);
  await expect(goesOn).toBeHidden();
  // Its results are there, of the model as it was; the model on the canvas has learned nothing.
  await expect(app.training).toContainText('The model was changed after this run');
  await app.training.getByRole('tab', { name: 'Results' }).click();
  await expect(app.training.getByRole('table', { name: /^Confusion matrix/ })).toBeVisible();
  await app.training.getByRole('tab', { name: 'Runs' }).click();
  await expect(app.training).toContainText('this run');
  await app.button('Predict').click();
  await expect(app.prediction).toContainText('The model was changed after training.');
  await app.button('Undo').click();
  await expect(app.item('conv2d')).toHaveAccessibleName(/output 8×8×4/);
  await expect(app.prediction).not.toContainText('The model was changed after training.');
});

test('live bricks are those in sight, wherever the view is moved', async ({ app, page }) => {
  const patient = { timeout: 60_000 };
  await app.open();
  await app.openDocument({ ...tiny, training: { ...training, epochs: 5000, validationSplit: 0.9 } });
  await app.button('Train').click();
  const live = app.canvas.locator('[data-live="true"]');
  await expect(live).toHaveCount(5, patient);

  // The input leaves the canvas at its left side, and comes back.
  const { x, y, width } = (await app.canvas.boundingBox())!;
  const drag = async (from: number, to: number) => {
    await page.mouse.move(x + from, y + 24);
    await page.mouse.down();
    await page.mouse.move(x + to, y + 24, { steps: 6 });
    await page.mouse.up();
  };
  const digit = (await app.item('digit').boundingBox())!;
  const away = digit.x + digit.width - x + 20;
  await drag(width - 60, width - 60 - away);
  await expect(app.item('digit')).not.toBeInViewport();
  await expect(live).toHaveCount(4, patient);
  await drag(60, 60 + away);
  await expect(live).toHaveCount(5, patient);

  await app.button('Stop').click();
  await expect(app.button('Train')).toBeVisible(patient);
});

test('the settings say what does not fit before anything starts', async ({ app }) => {
  await app.open();
  await app.item('predictions').click();
  await app.inspector.getByLabel('units', { exact: true }).fill('3');
  await expect(app.button('Train')).toHaveAttribute('aria-disabled', 'true');
  await app.openTraining();
  await expect(app.training).toContainText('The dataset has 10 classes, but the model’s output is 3');
});
