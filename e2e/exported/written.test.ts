import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exporters } from '../../src/exporters/index';
import { type WrittenTable, changesOf, writtenRow } from './writtenTable';

const file = new URL('written.json', import.meta.url);
const stored = JSON.parse(readFileSync(file, 'utf8')) as WrittenTable;

/** Above this, nobody reads what has changed. */
const mostNamed = 12;

const advice = (id: string) =>
  `${id} writes otherwise than when it was last compared with the real tool. Is that meant? Then run the oracle of that ` +
  `target by hand (run.ts and the other scripts in e2e/keras, e2e/pytorch and e2e/onnx, tests in e2e/exported), and then ` +
  '`npx tsx e2e/exported/written.ts --write`.';

describe('every target writes what its oracle has seen', () => {
  // Written within the test, so that a mutation tester knows which one reaches what it changes.
  test.each(exporters.map((exporter) => [exporter.id, exporter] as const))('%s', async (id, exporter) => {
    const row = await writtenRow(exporter);
    const changes = changesOf(stored[id] ?? {}, row);
    const more = changes.length > mostNamed ? [`and ${changes.length - mostNamed} more`] : [];
    expect(changes.length === 0 ? [] : [advice(id), ...changes.slice(0, mostNamed), ...more]).toEqual([]);
    // Neither a document nor a target that is gone is left in the table.
    expect(stored[id]).toEqual(row);
  });

  test('nothing else is in the table, which stays small', () => {
    expect(Object.keys(stored).toSorted()).toEqual(exporters.map(({ id }) => id).toSorted());
    expect(readFileSync(file).length).toBeLessThan(100_000);
  });

  test('most models are written', () => {
    const hashes = Object.values(stored).flatMap((groups) => Object.values(groups).flatMap((row) => row.split(' ')));
    expect(hashes.filter((hash) => hash.startsWith('refused')).length).toBeLessThan(hashes.length / 20);
  });
});
