import { spawnSync } from 'node:child_process';
import { chromium } from 'playwright';
import { browserPath, webgpuFlags } from './browser';
import { toolPath } from './step';

const howToMend = `No Chromium that starts was found.
  - Install Chrome or Chromium (Debian/Ubuntu: sudo apt-get install -y chromium; macOS: brew install --cask chromium;
    Windows: winget install Google.Chrome), or
  - run: npx playwright install --with-deps chromium, or
  - set CHROME_PATH to the browser's executable file.`;

/** The first line of why the browser does not start; null when it does. */
async function whyNot(): Promise<string | null> {
  try {
    const browser = await chromium.launch({ executablePath: browserPath(), args: webgpuFlags });
    await browser.close();
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? error.message) : String(error);
  }
}

function run(command: string, args: readonly string[], minutes: number): void {
  console.log(`  ${[command === process.execPath ? 'node' : command, ...args].join(' ')}`);
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: minutes * 60_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/**
 * Makes sure that tests have a Chromium: an installed one, else Playwright's, else (root on Debian or Ubuntu) apt's.
 * Returns its path; throws an `Error` that says how to mend it.
 */
export async function installBrowser(): Promise<string> {
  if ((await whyNot()) === null) return browserPath();
  const root = process.getuid?.() === 0;
  console.log('No Chromium that starts was found; installing one.');
  run(process.execPath, [toolPath('playwright'), 'install', ...(root ? ['--with-deps'] : []), 'chromium'], 5);
  if ((await whyNot()) === null) return browserPath();
  if (root && process.platform === 'linux') {
    run('apt-get', ['update'], 3);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], 8);
  }
  const trouble = await whyNot();
  if (trouble !== null) throw new Error(`${howToMend}\n  What came: ${trouble}`);
  return browserPath();
}
