import { expect, test } from 'vitest';
import { indexedDbDatasets } from '../ownDatasets';
import { loadBeside, tablesBeside } from './tablesClient';
import { proposedChoices } from './taking/choices';

const rows = (count: number) => Array.from({ length: count }, (_, at) => `${at},${at * 2},${at % 7}.5`).join('\n');
const file = (text: string) => new File([text], 't.csv');
const never = () => new AbortController().signal;

test('a table is read and kept beside the page, which is told how far it is', async () => {
  const shares: number[] = [];
  const reading = { progress: (share: number) => shares.push(share), signal: never() };
  // Several pieces, however fast they are read.
  const table = file(rows(240_000));
  const survey = await tablesBeside.survey(table, {}, reading);
  expect(survey).toMatchObject({
    rows: 240_000,
    columns: [{ kind: 'number' }, { kind: 'number' }, { kind: 'number' }],
  });
  shares.length = 0;
  const choices = proposedChoices(survey);
  const facts = await tablesBeside.read({ project: 'beside', id: 'own:t.csv', file: table, choices }, reading);
  expect(facts).toMatchObject({ id: 'own:t.csv', kind: 'numbers', shape: [2], count: 240_000, validation: 36_000 });
  expect(shares.length).toBeGreaterThan(1);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  const kept = await indexedDbDatasets().load('beside', 'own:t.csv');
  expect(kept!.values.length).toBe(480_000);
  // Twice: what changed hands is still kept.
  expect(await loadBeside('beside', 'own:t.csv')).toEqual(kept);
  expect(await loadBeside('beside', 'own:t.csv')).toEqual(kept);
  expect(await loadBeside('beside', 'own:none.csv')).toBeNull();
  await indexedDbDatasets().forget('beside', 'own:t.csv');
});

test('what is no table says why; what is cancelled ends at once and is not kept', async () => {
  const idle = { progress: () => undefined, signal: never() };
  await expect(tablesBeside.survey(file(''), {}, idle)).rejects.toMatchObject({ trouble: { code: 'empty' } });
  const own = new AbortController();
  const cancelled = tablesBeside.survey(file(rows(1_000_000)), {}, { progress: () => own.abort(), signal: own.signal });
  await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
  expect(await indexedDbDatasets().load('beside', 'own:t.csv')).toBeNull();
});
