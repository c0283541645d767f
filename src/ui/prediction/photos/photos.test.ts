import { expect, test } from 'vitest';
import { done, refused } from '../../../document/result';
import { answerPhotos } from '../../../editor/run/answerPhotos';
import { answersCsv } from './answersCsv';

const picture = (value: number) => ({ width: 1, height: 1, channels: 1, values: Float32Array.of(value) });
const files = (count: number) => Array.from({ length: count }, (_, index) => new File([], `${index}.png`));
const asking = (signal: AbortSignal, told: [number, string, number?][]) => ({
  read: async (file: File) => (file.name === '3.png' ? null : picture(parseInt(file.name))),
  ask: async (pictures: readonly { values: Float32Array }[]) => done(pictures.map(({ values }) => [values])),
  answered: (place: number, { state, outputs }: { state: string; outputs: readonly Float32Array[] }) =>
    void told.push(outputs[0] ? [place, state, outputs[0][0]!] : [place, state]),
  signal,
});

test('every photo gets its own answer, and what is no picture is said', async () => {
  const told: [number, string, number?][] = [];
  expect(await answerPhotos(files(40), asking(new AbortController().signal, told))).toBe(true);
  const expected = Array.from({ length: 40 }, (_, place) =>
    place === 3 ? [place, 'unreadable'] : [place, 'done', place],
  );
  expect(told.toSorted(([a], [b]) => a - b)).toEqual(expected);
});

test('ends when it is cancelled; what was answered stays', async () => {
  const told: [number, string, number?][] = [];
  const control = new AbortController();
  const parts = asking(control.signal, told);
  const ended = answerPhotos(files(40), {
    ...parts,
    answered: (place, answer) => {
      parts.answered(place, answer);
      if (place === 15) control.abort();
    },
  });
  expect(await ended).toBe(false);
  expect(told).toHaveLength(16);
});

test('ends when the model cannot be asked', async () => {
  const told: [number, string, number?][] = [];
  const parts = { ...asking(new AbortController().signal, told), ask: async () => refused('lost') };
  expect(await answerPhotos(files(2), parts)).toBe(false);
  expect(told).toEqual([]);
});

test('a table for spreadsheets: no formula, quotes and commas kept', () => {
  const words = { photo: 'photo', class: (rank: number) => `class ${rank}`, share: (rank: number) => `share ${rank}` };
  const names = ['cat, "grey"', '=SUM(A1)'];
  const rows = [
    { name: '=cmd.png', values: [0.25, 0.75] },
    { name: 'broken.png', values: null },
  ];
  expect(answersCsv(rows, 2, (index) => names[index]!, words).split('\r\n')).toEqual([
    'photo,class 1,share 1,class 2,share 2',
    `"'=cmd.png","'=SUM(A1)",0.750000,"cat, ""grey""",0.250000`,
    'broken.png,,,,',
  ]);
});
