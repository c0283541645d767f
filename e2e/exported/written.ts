import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { exporters } from '../../src/exporters/index';
import { type WrittenTable, writtenRow } from './writtenTable';

/**
 * `npx tsx e2e/exported/written.ts --write` renews the table of what every target writes. A target that writes
 * otherwise than before is first shown to the tool that it writes for: `written.test.ts` says by what.
 */
if (process.argv.includes('--write')) {
  const table: Record<string, WrittenTable[string]> = {};
  for (const exporter of exporters) table[exporter.id] = await writtenRow(exporter);
  const text = await format(JSON.stringify(table), { parser: 'json', printWidth: 120 });
  writeFileSync(join(import.meta.dirname, 'written.json'), text);
}
