import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import type { Plugin } from 'vite';
import { withBuiltPage } from '../builtPage';
import type { Bench } from './page/page';

export type BenchPage = Page;

/**
 * Opens the bench page, built as for production, in a browser of its own. `source`: the `src` of another checkout, which
 * it measures instead of ours.
 */
export function withBench<T>(
  work: (open: () => Promise<BenchPage>) => Promise<T>,
  source: string | null = null,
): Promise<T> {
  const root = fileURLToPath(new URL('./page', import.meta.url));
  return withBuiltPage(root, 'bench', work, source === null ? [] : [fromElsewhere(source)]);
}

/** What the bench page imports from `src` comes from there. */
const fromElsewhere = (source: string): Plugin => ({
  name: 'source-of-another-checkout',
  enforce: 'pre',
  resolveId: (imported) =>
    imported.startsWith('../../../src/') ? `${imported.replace('../../../src', source)}.ts` : null,
});

/** The bench's functions inside the page; for use in `page.evaluate`. */
declare global {
  var bench: Bench;
}
