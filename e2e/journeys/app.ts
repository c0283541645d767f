import { type Locator, type Page, test as base, expect } from '@playwright/test';

/** The page as a person sees it: everything is found by role and visible name. */
export class App {
  readonly canvas: Locator;
  readonly palette: Locator;
  readonly inspector: Locator;
  readonly problems: Locator;
  readonly training: Locator;
  readonly prediction: Locator;
  readonly status: Locator;

  constructor(readonly page: Page) {
    const region = (name: string) => page.getByRole('region', { name, exact: true });
    this.canvas = region('Canvas');
    this.palette = region('Palette');
    this.inspector = region('Inspector');
    this.problems = region('Problems');
    this.training = region('Training');
    this.prediction = region('Prediction');
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

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
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
