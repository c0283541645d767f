import { type App, expect } from './app';

/** Trains the model that is open for one epoch. */
export async function trainForAnEpoch(app: App): Promise<void> {
  await app.openTraining();
  await app.training.getByLabel('Epochs').fill('1');
  await app.training.getByLabel('Epochs').press('Enter');
  await app.button('Train').click();
  await expect(app.button('Stop')).toBeVisible();
  await expect(app.button('Train')).toBeVisible({ timeout: 100_000 });
}
