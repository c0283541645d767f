import { fileURLToPath } from 'node:url';
import { withBuiltPage } from '../builtPage';
import type { Case, Computed, Failed } from './case';
import type { Oracle } from './page/page';

type WithOracle = { readonly oracle: Oracle };
const batchSize = 20;

/** What one backend computes, by index of the case. */
export type Results = ReadonlyMap<number, Computed | Failed>;

export interface BrowserNumbers {
  readonly wasm: Results;
  readonly webgpu: Results;
  /** The GPU in words. */
  readonly adapter: string;
}

/** The cases in Chromium: all on wasm, those marked on WebGPU too. Rejects where there is no browser. */
export function computeInBrowser(cases: readonly Case[], whole: boolean): Promise<BrowserNumbers> {
  return withBuiltPage(fileURLToPath(new URL('./page', import.meta.url)), 'oracle', async (open) => {
    const on = async (backend: 'wasm' | 'webgpu', wanted: (one: Case) => boolean) => {
      const page = await open();
      const adapter = await page.evaluate(
        ([name, all]) => (globalThis as never as WithOracle).oracle.start(name, all),
        [backend, whole] as const,
      );
      const indices = cases.flatMap((one, index) => (one.given !== null && wanted(one) ? [index] : []));
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
    };
    const wasm = await on('wasm', () => true);
    const webgpu = await on('webgpu', (one) => one.webgpu);
    return { wasm: wasm.results, webgpu: webgpu.results, adapter: webgpu.adapter };
  });
}
