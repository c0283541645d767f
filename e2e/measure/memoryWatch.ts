import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';

/** Megabytes of memory of the renderers, and of all processes of the browser (Linux: private and shared, not mapped files). */
export interface Memory {
  readonly renderers: number;
  readonly all: number;
}

/** Samples a browser's memory every 100 ms until it is stopped. */
export interface MemoryWatch {
  now(): Promise<Memory>;
  /** The largest of each since the last call. */
  peak(): Memory;
  stop(): void;
}

const megabytesOf = (id: number): number => {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8');
    const of = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return (of('RssAnon') + of('RssShmem')) / 1000;
  } catch {
    // It has ended in the meantime.
    return 0;
  }
};

export async function memoryWatch(browser: Browser): Promise<MemoryWatch> {
  const wire = await browser.newBrowserCDPSession();
  let most: Memory = { renderers: 0, all: 0 };
  const now = async (): Promise<Memory> => {
    const { processInfo } = await wire.send('SystemInfo.getProcessInfo');
    const sum = (type: string | null) =>
      processInfo
        .filter((process) => type === null || process.type === type)
        .reduce((total, { id }) => total + megabytesOf(id), 0);
    return { renderers: sum('renderer'), all: sum(null) };
  };
  const ended = new AbortController();
  const sample = async () => {
    for (;;) {
      const { renderers, all } = await now();
      most = { renderers: Math.max(most.renderers, renderers), all: Math.max(most.all, all) };
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (ended.signal.aborted) return;
    }
  };
  sample().catch((error: unknown) => {
    // The browser may have gone before its watch.
    if (!ended.signal.aborted) throw error;
  });
  return {
    now,
    peak() {
      const peak = most;
      most = { renderers: 0, all: 0 };
      return peak;
    },
    stop: () => ended.abort(),
  };
}

/** Notes from now on how long the page's main thread is busy at a stretch. */
export async function watchPauses(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted: number[] = [];
    Object.assign(globalThis, { noted });
    new PerformanceObserver((list) => noted.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
}

/** Milliseconds of the longest pause since the last call; 0 where none was 50 ms. */
export function longestPause(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { noted } = globalThis as unknown as { noted: number[] };
    return Math.max(0, ...noted.splice(0));
  });
}
