import { expect, test } from 'vitest';
import { indexedDbDatasets } from '../ownDatasets';
import { loadBeside, readTableBeside } from './tablesClient';

const rows = (count: number) => Array.from({ length: count }, (_, at) => `${at},${at * 2},${at % 7}.5`).join('\n');
const asked = (text: string) => ({ project: 'beside', id: 'own:t.csv', file: new File([text], 't.csv') });
const never = () => new AbortController().signal;

test('a table is read and kept beside the page, which is told how far it is', async () => {
  const shares: number[] = [];
  const facts = await readTableBeside(asked(rows(60_000)), {
    progress: (share) => shares.push(share),
    signal: never(),
  });
  expect(facts).toMatchObject({ id: 'own:t.csv', kind: 'numbers', shape: [2], count: 60_000, validation: 9_000 });
  expect(shares.length).toBeGreaterThan(1);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  const kept = await indexedDbDatasets().load('beside', 'own:t.csv');
  expect(kept!.values.length).toBe(120_000);
  // Twice: what changed hands is still kept.
  expect(await loadBeside('beside', 'own:t.csv')).toEqual(kept);
  expect(await loadBeside('beside', 'own:t.csv')).toEqual(kept);
  expect(await loadBeside('beside', 'own:none.csv')).toBeNull();
  await indexedDbDatasets().forget('beside', 'own:t.csv');
});

test('what is no table says why; what is cancelled ends at once and is not kept', async () => {
  await expect(readTableBeside(asked(''), { progress: () => undefined, signal: never() })).rejects.toMatchObject({
    trouble: { code: 'empty' },
  });
  const own = new AbortController();
  const cancelled = readTableBeside(asked(rows(1_000_000)), { progress: () => own.abort(), signal: own.signal });
  await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
  expect(await indexedDbDatasets().load('beside', 'own:t.csv')).toBeNull();
});
