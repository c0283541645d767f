/**
 * `npx tsx e2e/public/trainDigitsBackbone.ts`: trains the backbone that comes with the page on the digits 0 to 4, on
 * wasm and from its seed, and writes `public/digitsBackbone`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../step';
import type * as Measuring from './digitsBackboneInNode';
import { withBundle } from '../nodeBundle';
import { wasmFiles } from '../measure/wasmFilesInNode';

await withBundle<typeof Measuring, void>(
  join(import.meta.dirname, 'digitsBackboneInNode.ts'),
  async ({ trainDigitsBackbone }) => {
    const { model, binary } = await trainDigitsBackbone(wasmFiles);
    const target = join(root, 'public/digitsBackbone');
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, 'model.json'), model);
    writeFileSync(join(target, 'group1-shard1of1.bin'), binary);
  },
);
