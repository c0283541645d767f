import { defineConfig } from 'vitest/config';

/** The unit tests alone: a mutation tester runs those that reach the line it changes. */
export default defineConfig({
  test: {
    include: [
      '{src,bricks,templates}/**/*.test.{ts,tsx}',
      'e2e/documents/**/*.test.ts',
      // Where they are there: what every target writes, and what the printed code computes.
      'e2e/exported/{written,printedNumbers,sameCurve}.test.ts',
    ],
    exclude: [
      '**/*.browser.test.{ts,tsx}',
      '**/node_modules/**',
      'src/rooms/**',
      // What runs in a process of its own does not know of the change.
      'src/cli/{deepbrick,commands/predictCommand,server/*,reading/openInThread}.test.ts',
      'src/exporters/typescript/{project*,style}.test.ts',
      // Every mutant that survives would wait for them.
      'templates/{training,learning}.test.ts',
      'src/engine/{realWeights,manyKinds}.test.ts',
    ],
    // Instrumented code on a machine that has other things to do.
    testTimeout: 240_000,
    setupFiles: ['e2e/randomSeed.ts'],
  },
});
