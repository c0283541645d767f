import type { Dataset } from '../../../src/data/dataset';
import { randomNumbers } from '../../../src/data/random';
import { importFile } from '../../../src/data/tables/importFile';

/** Pictures of 12 × 12 that answer themselves. */
export function mirrored(dataset: Dataset): Dataset {
  const { values } = dataset;
  const names = Array.from({ length: 144 }, (_, at) => `pixel${at + 1}`);
  return {
    ...dataset,
    id: 'own:mirrored',
    target: { kind: 'numbers', names, values: Float32Array.from(values, (value) => value / 255) },
  };
}

/** Houses by a colour, a place and two numbers; how dear they are is one of three words. Categories are columns of 0 and 1. */
export function houses(): Promise<Dataset> {
  const random = randomNumbers(5);
  const pick = (count: number) => Math.floor(random() * count);
  const column = (count: number, one: number) => Array.from({ length: count }, (_, at) => Number(at === one));
  const lines = Array.from({ length: 90 }, () => {
    const [colour, place, rooms, age] = [pick(3), pick(2), 1 + pick(6), random() * 2];
    const price = rooms + 3 * place - age - colour / 2;
    const word = price < 2 ? 'cheap' : price < 5 ? 'fair' : 'dear';
    return [...column(3, colour), ...column(2, place), rooms, age.toFixed(3), 1 + pick(2), word].join(',');
  });
  const head = 'red,green,blue,town,village,rooms,age,sample_weight,price';
  return importFile('own:houses', [head, ...lines].join('\n'), 'houses.csv', {
    progress: () => undefined,
    signal: new AbortController().signal,
  });
}
