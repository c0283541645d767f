/**
 * `npx tsx e2e/measure/recipes.ts [--longest 90] [id …]`: how long every template with embedded data takes an epoch on
 * wasm, and what it has learnt after the epochs it opens with. A template whose whole training would take longer than
 * `--longest` seconds is only timed: some seconds of it, the rest is reckoned.
 */
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { withBundle } from '../nodeBundle';
import { wasmFiles } from './wasmFilesInNode';
import type * as Measuring from './recipesInNode';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { longest: { type: 'string', default: '90' } },
});
await withBundle<typeof Measuring, void>(join(import.meta.dirname, 'recipesInNode.ts'), ({ measureRecipes }) =>
  measureRecipes(positionals, Number(values.longest), wasmFiles),
);
