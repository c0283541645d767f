import { expect, test } from 'vitest';
import type { Dataset } from '../dataset';
import { memoryDatasets } from '../ownDatasets';
import { largeBeside } from './largeBeside';

const dataset = (id: string, count: number): Dataset => ({
  id,
  kind: 'numbers',
  shape: [1000],
  count,
  validation: 1,
  vocabulary: null,
  values: new Float32Array(count * 1000),
  target: { kind: 'numbers', names: ['y'], values: new Float32Array(count) },
  sampleWeights: null,
  words: null,
});

test('large datasets are read beside the page, small ones and those that are not there here', async () => {
  const here = memoryDatasets();
  const small = dataset('own:small.csv', 4000);
  const large = dataset('own:large.csv', 4001);
  for (const each of [small, large]) await here.save('mine', each);
  const asked: string[] = [];
  const datasets = largeBeside(here, async (project, id) => {
    asked.push(`${project} ${id}`);
    return here.load(project, id);
  });
  expect(await datasets.load('mine', small.id)).toBe(small);
  expect(await datasets.load('mine', large.id)).toBe(large);
  expect(await datasets.load('mine', 'own:none.csv')).toBeNull();
  expect(asked).toEqual(['mine own:large.csv']);
});
