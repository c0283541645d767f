import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserPath, webgpuFlags } from './e2e/browser.ts';
import page from './vite.config.ts';

/** Backends, gradients and kernels are registered once for all that share TensorFlow.js. */
const needModulesOfTheirOwn = ['src/{engine/kernels,cli}/**/*.test.ts'];
/** These register the same ones: ours. */
const ofTheEngine = ['src/engine/**/*.test.ts'];
const needBrowser = ['**/*.browser.test.{ts,tsx}', '**/node_modules/**'];

const inNode = {
  environment: 'node',
  pool: 'threads',
  // Other checks run beside them: a test that hangs is found, one that waits for a processor goes on.
  testTimeout: 120_000,
  setupFiles: 'e2e/randomSeed.ts',
} as const;

/** Tests in Node, and tests that need a real browser with WebGPU. */
export default defineConfig({
  ...page,
  test: {
    projects: [
      {
        test: {
          ...inNode,
          name: 'unit',
          // The tests of a thread share the modules they import: a third of the time went into loading them anew.
          isolate: false,
          include: ['{src,bricks,templates,e2e}/**/*.test.{ts,tsx}'],
          // The exported project's own test runs where it is exported.
          exclude: [
            ...needModulesOfTheirOwn,
            ...ofTheEngine,
            ...needBrowser,
            'src/exporters/typescript/project/test/**',
          ],
          // An exported project takes its looks along: they are read as they are.
          css: { include: [/runtime\/browser/] },
        },
      },
      {
        test: {
          ...inNode,
          name: 'unit engine',
          isolate: false,
          include: ofTheEngine,
          exclude: [...needModulesOfTheirOwn, ...needBrowser],
        },
      },
      {
        test: { ...inNode, name: 'unit apart', include: needModulesOfTheirOwn, exclude: needBrowser },
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
