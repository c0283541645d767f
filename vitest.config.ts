import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserPath, webgpuFlags } from './e2e/browser.ts';
import page from './vite.config.ts';

/** Backends, gradients and kernels are registered once for all that share TensorFlow.js. */
const needModulesOfTheirOwn = ['src/{engine,cli}/**/*.test.ts'];
const needBrowser = ['**/*.browser.test.{ts,tsx}', '**/node_modules/**'];

/** Tests in Node, and tests that need a real browser with WebGPU. */
export default defineConfig({
  ...page,
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // The tests of a thread share the modules they import: a third of the time went into loading them anew.
          pool: 'threads',
          isolate: false,
          include: ['{src,bricks,templates,e2e}/**/*.test.{ts,tsx}'],
          // The exported project's own test runs where it is exported.
          exclude: [...needModulesOfTheirOwn, ...needBrowser, 'src/exporters/typescript/project/test/**'],
          testTimeout: 30_000,
          // An exported project takes its looks along: they are read as they are.
          css: { include: [/typescript\/project\/demo/] },
          setupFiles: ['e2e/randomSeed.ts'],
        },
      },
      {
        test: {
          name: 'unit apart',
          environment: 'node',
          pool: 'threads',
          include: needModulesOfTheirOwn,
          exclude: needBrowser,
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
