import { defineConfig } from '@playwright/test';
import { browserPath, webgpuFlags } from './browser';

/** Nothing leaves this machine, whatever the page tries. A route would keep the browser from using its cache. */
const ownMachineOnly = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost';

/** Nobody looks at the frames: without it SwiftShader draws them, at a second of processor time for every page. */
const framesWithoutGpu = '--disable-gpu-compositing';

/** A camera of the browser's own, a green picture with a moving spot. Whether a page may have it, each journey says. */
const ownCamera = '--use-fake-device-for-media-stream';

/**
 * Chrome's own search box opens two pages beside every page, at a fifth of the processor time of its start. Of this switch the last
 * one counts: the other features are those that Playwright leaves out.
 */
const withoutSearchBox = `--disable-features=${[
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
].join()}`;
const flags = [...webgpuFlags, framesWithoutGpu, ownCamera, ownMachineOnly, withoutSearchBox];

/** Journeys through the built page; `serve.ts` builds it once and serves it on a free port. */
export default defineConfig({
  testDir: '../test-results',
  outputDir: '../test-results/journeys',
  globalSetup: './serve.ts',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // A page waits for its worker and its frames half of the time.
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    // Set by `serve.ts` before the workers read this file again.
    ...(process.env['DEEPBRICK_URL'] ? { baseURL: process.env['DEEPBRICK_URL'] } : {}),
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    colorScheme: 'light',
    acceptDownloads: true,
    // Where a journey is about them it says so: what they keep would be fetched for each.
    serviceWorkers: 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
    actionTimeout: 30_000,
    launchOptions: {
      executablePath: browserPath(),
      args: flags,
    },
  },
});
