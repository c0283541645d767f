import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright';
import { browserPath, webgpuFlags } from '../browser';
import serveBuilt from '../serve';

export interface Measured {
  readonly browser: Browser;
  /** A new page of the built application, in a context of its own. */
  open(path?: string, options?: BrowserContextOptions): Promise<Page>;
}

/** Draws the page in software, as a machine without a GPU does; with WebGPU's flags the simulated GPU would draw it. */
export const withoutGpu: readonly string[] = ['--no-sandbox', '--disable-gpu'];

/** Builds and serves the page, gives `measure` a browser on it, and cleans up whatever happens. */
export async function withPage(
  measure: (measured: Measured) => Promise<void>,
  flags: readonly string[] = webgpuFlags,
): Promise<void> {
  const close = await serveBuilt();
  const browser = await chromium.launch({ executablePath: browserPath(), args: [...flags] });
  const url = process.env['DEEPBRICK_URL']!;
  try {
    await measure({
      browser,
      open: async (path = '/', options = {}) => {
        const context = await browser.newContext({
          viewport: { width: 1440, height: 900 },
          locale: 'en-US',
          ...options,
        });
        const page = await context.newPage();
        await page.goto(new URL(path, url).href);
        await page.getByRole('main').waitFor();
        return page;
      },
    });
  } finally {
    await browser.close();
    await close();
  }
}
