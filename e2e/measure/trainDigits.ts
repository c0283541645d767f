import type { Page } from 'playwright';

export interface DigitsRun {
  readonly epochs: number;
  /** Compute on this, as the command list names it; left out: the best available. */
  readonly backend?: string;
  /** Called once, when the second epoch runs. */
  readonly during?: () => Promise<void>;
}

/** Trains the model on the canvas through the page: sets the epochs, presses Train, waits for the end. Returns seconds. */
export async function trainDigits(page: Page, { epochs, backend, during }: DigitsRun): Promise<number> {
  const panel = page.getByRole('region', { name: 'Training' });
  await page.getByRole('button', { name: /^Training curve/ }).click();
  await panel.getByLabel('epochs', { exact: true }).fill(String(epochs));
  if (backend !== undefined) await panel.getByLabel('backend', { exact: true }).selectOption(backend);
  const start = performance.now();
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  const stop = page.getByRole('button', { name: 'Stop', exact: true });
  await stop.waitFor();
  if (during) {
    await page.getByText(`epoch 2/${epochs}`).first().waitFor({ timeout: 0 });
    await during();
  }
  await stop.waitFor({ state: 'hidden', timeout: 0 });
  return (performance.now() - start) / 1000;
}
