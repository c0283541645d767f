import { type Locator, type Page, test as base, expect } from '@playwright/test';
import type { Document } from '../../src/document/document';

/** The page as a person sees it: everything is found by role and visible name. */
export class App {
  readonly canvas: Locator;
  readonly palette: Locator;
  readonly inspector: Locator;
  readonly problems: Locator;
  readonly training: Locator;
  readonly prediction: Locator;
  readonly status: Locator;
  /** Says that every change is kept. */
  readonly saved: Locator;

  constructor(readonly page: Page) {
    const region = (name: string) => page.getByRole('region', { name, exact: true });
    this.canvas = region('Canvas');
    this.palette = region('Palette');
    this.inspector = region('Inspector');
    this.problems = region('Problems');
    this.training = region('Training');
    this.prediction = region('Prediction');
    this.saved = page.getByRole('contentinfo').getByText('Saved', { exact: true });
    this.status = page.getByRole('contentinfo').getByRole('status');
  }

  /** Opens the page and waits for the canvas. */
  async open(path = '/'): Promise<this> {
    await this.page.goto(path);
    await expect(this.canvas).toBeVisible();
    return this;
  }

  /** A brick or a folded block on the canvas, by its name. */
  item(name: string): Locator {
    return this.canvas.getByLabel(new RegExp(`^${name}, `));
  }

  /** A button of the bar at the top. */
  button(name: string): Locator {
    return this.page.getByRole('banner').getByRole('button', { name, exact: true });
  }

  /** A number of the model's totals in the inspector; nothing may be selected. */
  total(label: string): Locator {
    const term = this.page.locator('dt', { hasText: new RegExp(`^${label}$`) });
    return this.inspector.locator('dl > div').filter({ has: term }).locator('dd');
  }

  /** Clicks beside every brick. */
  async clearSelection(): Promise<void> {
    await this.canvas.click({ position: { x: 8, y: 8 } });
  }

  /** Opens a file as a person does, through the file dialog. */
  async openFile(name: string, text: string): Promise<void> {
    const choosing = this.page.waitForEvent('filechooser');
    await this.command('Open file…');
    await (await choosing).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  }

  /** Very many bricks take their time to be drawn. */
  async openDocument(document: Document, timeout = 20_000): Promise<void> {
    await this.openFile('journey.deepbrick.json', JSON.stringify(document));
    await expect(this.page.getByLabel('Project title')).toHaveValue(document.title, { timeout });
  }

  async openTraining(): Promise<void> {
    if (!(await this.training.isVisible())) await this.page.getByRole('button', { name: /^Training curve/ }).click();
    await expect(this.training).toBeVisible();
  }

  /** Runs a command by its name, through the command palette. */
  async command(name: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k');
    const search = this.page.getByPlaceholder('Search commands…');
    await search.fill(name);
    await this.page.getByRole('option', { name }).first().click();
    await expect(search).toBeHidden();
  }
}

/** A journey: the page, and the promise that nothing went wrong behind it. */
export const test = base.extend<{ app: App; complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(`${error.name}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await use(complaints);
      expect(complaints, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
  app: async ({ page }, use) => use(new App(page)),
});

export { expect };
