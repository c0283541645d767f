import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type Page, chromium } from 'playwright';
import { browserPath, webgpuFlags } from '../../browser';
import { withoutGpu } from '../openPage';

/** A folder for a browser's profile, as people have one: what is kept in it outlives the browser. */
export const newProfile = (): string => mkdtempSync(join(tmpdir(), 'deepbrick-profile-'));

/** Opens the built page, served already, in a browser that keeps its data in the folder `profile`. */
export async function openIn(
  profile: string,
  { gpu, address = '/' }: { readonly gpu: boolean; readonly address?: string },
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath(),
    args: [...(gpu ? webgpuFlags : withoutGpu)],
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.on('pageerror', ({ message }) => console.error(message));
  await page.goto(new URL(address, process.env['DEEPBRICK_URL']).href);
  await page.getByRole('main').waitFor();
  return { context, page };
}
