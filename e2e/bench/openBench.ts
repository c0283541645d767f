import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { withBuiltPage } from '../builtPage';
import type { Bench } from './page/page';

export type BenchPage = Page;

/** Opens the bench page, built as for production, in a browser of its own. */
export function withBench<T>(work: (open: () => Promise<BenchPage>) => Promise<T>): Promise<T> {
  return withBuiltPage(fileURLToPath(new URL('./page', import.meta.url)), 'bench', work);
}

/** The bench's functions inside the page; for use in `page.evaluate`. */
export type WithBench = { readonly bench: Bench };
