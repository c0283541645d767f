import type { CDPSession, Page } from 'playwright';
import type { MemoryWatch } from './memoryWatch';

/** What must not grow, by name; megabytes, or how many there are. */
export const measures = [
  'pageHeap',
  'nodes',
  'listeners',
  'documents',
  'workers',
  'tensors',
  'tensorMegabytes',
  'renderers',
  'processes',
] as const;
export type Sample = Readonly<Record<(typeof measures)[number], number>>;

/** Asks the page's engine, through its own worker, what tensors there are; text, as tsx would mark a named function. */
const askEngine = `async function () {
  const engine = Array.from(this).at(-1);
  if (engine === undefined) return JSON.stringify({ tensors: 0, bytes: 0 });
  const id = -Date.now();
  const answered = new Promise((resolve) => engine.addEventListener('message', function listen({ data }) {
    if (data.id !== id) return;
    engine.removeEventListener('message', listen);
    resolve(JSON.stringify(data.answer));
  }));
  engine.postMessage({ id, type: 'memory' });
  return answered;
}`;

/** The page's workers that are alive, and the engine's tensors. */
async function engineOf(cdp: CDPSession): Promise<{ workers: number; tensors: number; bytes: number }> {
  const evaluated = await cdp.send('Runtime.evaluate', { expression: 'Worker.prototype' });
  const found = await cdp.send('Runtime.queryObjects', { prototypeObjectId: evaluated.result.objectId! });
  const { objectId } = found.objects;
  const count = await cdp.send('Runtime.callFunctionOn', {
    objectId: objectId!,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  const asked = await cdp.send('Runtime.callFunctionOn', {
    objectId: objectId!,
    functionDeclaration: askEngine,
    awaitPromise: true,
    returnByValue: true,
  });
  const memory = JSON.parse(String(asked.result.value)) as { tensors: number; bytes: number };
  return { workers: Number(count.result.value), ...memory };
}

/**
 * Processes that have nothing to do with the page: the service that Chromium starts some minutes after its own start, on an
 * empty page too, and the one that answers `holdings`.
 */
const others: ReadonlySet<string> = new Set([
  'on_device_model.mojom.OnDeviceModelService',
  'tracing.mojom.TracingService',
]);

/** Measures the page at rest, after what nobody holds any more was collected. */
export async function sample(page: Page, cdp: CDPSession, watch: MemoryWatch): Promise<Sample> {
  await cdp.send('HeapProfiler.collectGarbage');
  await page.waitForTimeout(500);
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  const { workers, tensors, bytes } = await engineOf(cdp);
  return {
    pageHeap: of('JSHeapUsedSize') / 1e6,
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    documents: of('Documents'),
    workers,
    tensors,
    tensorMegabytes: bytes / 1e6,
    renderers: watch.now().renderers,
    processes: watch.processes().filter(({ kind }) => !others.has(kind)).length,
  };
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** By how much each measure has grown, as a fraction, from the first third to the last; the first two samples warm up. */
export function growth(samples: readonly Sample[]): readonly { measure: (typeof measures)[number]; grown: number }[] {
  const warm = samples.slice(2);
  const third = Math.max(1, Math.floor(warm.length / 3));
  return measures.map((measure) => {
    const values = warm.map((each) => each[measure]);
    const before = median(values.slice(0, third));
    const after = median(values.slice(-third));
    return { measure, grown: before === after ? 0 : (after - before) / Math.max(1, before) };
  });
}
