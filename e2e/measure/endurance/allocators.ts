import type { CDPSession } from 'playwright';
import { z } from 'zod';

/** What Chromium's own account of its memory (memory-infra) says of one process: megabytes by who holds them. */
export interface Holdings {
  readonly process: number;
  readonly megabytes: ReadonlyMap<string, number>;
}

const dumpSchema = z.object({
  pid: z.number(),
  args: z.object({
    dumps: z.object({
      allocators: z.record(
        z.string(),
        z.object({ attrs: z.record(z.string(), z.object({ value: z.unknown() })).default({}) }),
      ),
    }),
  }),
});

/** Who is told apart: what an allocator holds, and what of it is in use. */
const told = new Set([
  'malloc',
  'malloc/allocated_objects',
  'partition_alloc/partitions/array_buffer',
  'partition_alloc/partitions/buffer',
  'v8/main/heap',
  'v8/workers/heap',
  'blink_gc/main/heap',
  'blink_gc/workers',
  'canvas',
  'cc',
  'gpu',
  'shared_memory',
]);

/** Asks the browser of `cdp`'s page for its account, process by process. Costs some megabytes itself: not for every round. */
export async function holdings(cdp: CDPSession): Promise<readonly Holdings[]> {
  const events: unknown[] = [];
  const collect = ({ value }: { readonly value: readonly unknown[] }) => events.push(...value);
  cdp.on('Tracing.dataCollected', collect);
  const traceConfig = { includedCategories: ['disabled-by-default-memory-infra'], excludedCategories: ['*'] };
  await cdp.send('Tracing.start', {
    // Without triggers of its own it dumps only when asked.
    traceConfig: { ...traceConfig, memoryDumpConfig: {} },
    transferMode: 'ReportEvents',
  });
  await cdp.send('Tracing.requestMemoryDump', { deterministic: true, levelOfDetail: 'detailed' });
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  return events.flatMap((event) => {
    const dump = dumpSchema.safeParse(event);
    if (!dump.success) return [];
    const { pid, args } = dump.data;
    const sizes = Object.entries(args.dumps.allocators).flatMap(([name, { attrs }]): [string, number][] =>
      told.has(name) && typeof attrs['size']?.value === 'string'
        ? [[name, parseInt(attrs['size'].value, 16) / 1e6]]
        : [],
    );
    return [{ process: pid, megabytes: new Map(sizes) }];
  });
}
