import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['e2e/exported/everyCurve.ts', 'e2e/exported/randomCurves.ts'], setupFiles: ['e2e/randomSeed.ts'] },
});
