import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Playwright from 'playwright';

/**
 * Flags that give headless Chromium a working WebGPU device on SwiftShader when there is no GPU.
 * Leaving one out gives no adapter, or a device that is lost at the first read-back.
 */
export const webgpuFlags = [
  '--no-sandbox',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
  '--use-vulkan=swiftshader',
  '--use-angle=swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Where Playwright keeps the Chromium it has installed. Loaded when asked for: Vite's configuration reads this file too. */
function playwrightsOwn(): string {
  const playwright = createRequire(import.meta.url)('playwright') as typeof Playwright;
  return playwright.chromium.executablePath();
}

/** Path of the Chromium that tests run in: CHROME_PATH, an installed one, or the one Playwright keeps. */
export function browserPath(): string {
  const candidates = [process.env['CHROME_PATH'] ?? '', ...installed];
  return candidates.find((path) => path !== '' && existsSync(path)) ?? playwrightsOwn();
}
