import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserPath, webgpuFlags } from './e2e/browser.ts';
import page from './vite.config.ts';

/** Tests in Node, and tests that need a real browser with WebGPU. */
export default defineConfig({
  ...page,
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{src,bricks,templates,e2e}/**/*.test.{ts,tsx}'],
          // The exported project's own test runs where it is exported.
          exclude: ['**/*.browser.test.{ts,tsx}', '**/node_modules/**', 'src/exporters/typescript/project/test/**'],
          testTimeout: 30_000,
          setupFiles: ['e2e/randomSeed.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.{ts,tsx}'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: browserPath(), args: webgpuFlags } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
