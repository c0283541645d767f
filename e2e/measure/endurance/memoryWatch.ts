import { readFileSync, readdirSync } from 'node:fs';
import type { Page } from 'playwright';

declare global {
  /** Milliseconds of the pauses since they were last asked for, in the page. */
  var noted: number[];
}

/** Megabytes of memory of the renderers, and of all processes of the browser (private and shared, not mapped files). */
export interface Memory {
  readonly renderers: number;
  readonly all: number;
}

/** One process of the browser: what it is for, and its memory in megabytes, counted as in `Memory`. */
export interface BrowserProcess {
  readonly id: number;
  readonly kind: string;
  readonly megabytes: number;
}

/** Samples the browser's memory every 100 ms until it is stopped. Linux only. */
export interface MemoryWatch {
  now(): Memory;
  /** The browser's processes. */
  processes(): readonly BrowserProcess[];
  /** The largest of each since the last call. */
  peak(): Memory;
  stop(): void;
}

/** A file of a process; empty where it has ended in the meantime. */
function fileOf(id: string, name: string): string {
  try {
    return readFileSync(`/proc/${id}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

function megabytesOf(id: string): number {
  const status = fileOf(id, 'status');
  const of = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
  return (of('RssAnon') + of('RssShmem')) / 1000;
}

/** Every process that the one with `profile` in its command line has started, and itself. */
export function family(profile: string): readonly string[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map(all.map((id) => [id, /^PPid:\s+(\d+)/m.exec(fileOf(id, 'status'))?.[1] ?? '']));
  const heads = new Set(all.filter((id) => fileOf(id, 'cmdline').includes(`--user-data-dir=${profile}`)));
  const belongs = (id: string): boolean => heads.has(id) || (parents.has(id) && belongs(parents.get(id)!));
  return all.filter(belongs);
}

/** `renderer`, `gpu-process`, `network.mojom.NetworkService` …; `browser` for the one that starts them. */
function kindOf(id: string): string {
  const line = fileOf(id, 'cmdline');
  // Chromium writes its renderers' lines anew, with blanks between the flags.
  const of = (flag: string) => new RegExp(`--${flag}=([^\\0 ]+)`).exec(line)?.[1];
  return of('utility-sub-type') ?? of('type') ?? 'browser';
}

/** Watches the browser that keeps its data in the folder `profile`. */
export function memoryWatch(profile: string): MemoryWatch {
  let most: Memory = { renderers: 0, all: 0 };
  const processes = () =>
    family(profile).map((id): BrowserProcess => ({ id: Number(id), kind: kindOf(id), megabytes: megabytesOf(id) }));
  const now = (): Memory => {
    const own = processes();
    const sum = (of: typeof own) => of.reduce((total, { megabytes }) => total + megabytes, 0);
    return { renderers: sum(own.filter(({ kind }) => kind === 'renderer')), all: sum(own) };
  };
  const timer = setInterval(() => {
    const { renderers, all } = now();
    most = { renderers: Math.max(most.renderers, renderers), all: Math.max(most.all, all) };
  }, 100);
  return {
    now,
    processes,
    peak() {
      const peak = most;
      most = { renderers: 0, all: 0 };
      return peak;
    },
    stop: () => clearInterval(timer),
  };
}

/** Notes from now on how long the page's main thread is busy at a stretch. */
export async function watchPauses(page: Page): Promise<void> {
  await page.evaluate(() => {
    globalThis.noted = [];
    new PerformanceObserver((list) => noted.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
}

/** Milliseconds of the pauses of 50 ms and more since the last call, the longest first. */
export function pauses(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    return noted.splice(0).toSorted((a, b) => b - a);
  });
}
