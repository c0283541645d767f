import { fileURLToPath } from 'node:url';
import { withBuiltPage } from '../builtPage';
import type { Case, Computed, Failed, Share } from './cases/case';
import type { Oracle } from './page/page';

type WithOracle = { readonly oracle: Oracle };
const batchSize = 20;

/** What one backend computes, by index of the case. */
export type Results = ReadonlyMap<number, Computed | Failed>;

/** What one backend of the browser computes, and its device in words. */
export interface BrowserNumbers {
  readonly results: Results;
  readonly adapter: string;
}

export type ComputeOn = (backend: 'wasm' | 'webgpu') => Promise<BrowserNumbers>;

/** Opens Chromium for the cases: all of them on wasm, those marked on WebGPU. Rejects where there is no browser. */
export function withBrowser<T>(
  cases: readonly Case[],
  share: Share,
  work: (computeOn: ComputeOn) => Promise<T>,
): Promise<T> {
  return withBuiltPage(fileURLToPath(new URL('./page', import.meta.url)), 'oracle', async (open) => {
    // Our own server answers from this process: it has nothing to compute yet.
    const pages = { wasm: await open(), webgpu: await open() };
    return work(async (backend) => {
      const page = pages[backend];
      const adapter = await page.evaluate(
        ([name, some]) => (globalThis as never as WithOracle).oracle.start(name, some),
        [backend, share] as const,
      );
      const wanted = ({ given, webgpu }: Case) => given !== null && (backend === 'wasm' || webgpu);
      const indices = cases.flatMap((one, index) => (wanted(one) ? [index] : []));
      const results = new Map<number, Computed | Failed>();
      const start = performance.now();
      for (let at = 0; at < indices.length; at += batchSize) {
        const some = indices.slice(at, at + batchSize);
        const computed = await page.evaluate(
          (batch) => (globalThis as never as WithOracle).oracle.compute(batch),
          some,
        );
        some.forEach((index, place) => results.set(index, computed[place]!));
      }
      console.log(`${results.size} cases on ${backend} in ${Math.round((performance.now() - start) / 1000)} s`);
      await page.close();
      return { adapter, results };
    });
  });
}
