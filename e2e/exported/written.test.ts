import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { exporters } from '../../src/exporters/index';
import { type WrittenTable, changesOf, writtenTable } from './writtenTable';

const file = new URL('written.json', import.meta.url);
const stored = JSON.parse(readFileSync(file, 'utf8')) as WrittenTable;

/** Above this, nobody reads what has changed. */
const mostNamed = 12;

let table: WrittenTable;
beforeAll(async () => {
  table = await writtenTable();
}, 120_000);

const advice = (id: string) =>
  `${id} writes otherwise than when it was last compared with the real tool. Is that meant? Then run the oracle of that ` +
  `target by hand (run.ts and the other scripts in e2e/keras, e2e/pytorch and e2e/onnx, tests in e2e/exported), and then ` +
  '`npx tsx e2e/exported/written.ts --write`.';

describe('every target writes what its oracle has seen', () => {
  test.each(exporters.map(({ id }) => id))('%s', (id) => {
    const changes = changesOf(id, stored, table);
    const more = changes.length > mostNamed ? [`and ${changes.length - mostNamed} more`] : [];
    expect(changes.length === 0 ? [] : [advice(id), ...changes.slice(0, mostNamed), ...more]).toEqual([]);
    // Neither a document nor a target that is gone is left in the table.
    expect(stored[id]).toEqual(table[id]);
  });

  test('nothing else is in the table, which stays small', () => {
    expect(Object.keys(stored).toSorted()).toEqual(exporters.map(({ id }) => id).toSorted());
    expect(readFileSync(file).length).toBeLessThan(100_000);
  });

  test('most models are written', () => {
    const hashes = Object.values(table).flatMap((groups) => Object.values(groups).flatMap((row) => row.split(' ')));
    expect(hashes.filter((hash) => hash.startsWith('refused')).length).toBeLessThan(hashes.length / 20);
  });
});
