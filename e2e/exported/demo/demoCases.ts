import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { Page } from 'playwright';
import { type Document, emptyDocument } from '../../../src/document/document';
import { chain } from '../../documents/chain';

/** A project whose page is tried: what is exported, how it is trained, what is given to page and `predict`. */
export interface DemoCase {
  readonly name: string;
  /** A template with its options, or a document. */
  readonly source: readonly string[] | Document;
  readonly language: 'en' | 'ko';
  /** Files that the case needs in the project. */
  prepare?(folder: string): void;
  /** Of `npm run train`; null: the weights are those of the editor. */
  readonly training: readonly string[] | null;
  /** Gives a sample to the page. */
  give(page: Page, folder: string): Promise<void>;
  /** The same sample on the command line. */
  ask(folder: string): readonly string[];
}

/** A picture in which nothing is even: colours run, and a square stands out. */
function picture(width: number, height: number, tint: readonly [number, number, number]): Buffer {
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const bright = x > width / 3 && x < width / 2 && y > height / 5 && y < (height * 4) / 5;
      const light = bright ? 255 : ((x * 3 + y * 7) % 90) + 10;
      png.data.set([...tint.map((share) => Math.round(light * share)), 255], (y * width + x) * 4);
    }
  }
  return PNG.sync.write(png);
}

const red = [1, 0.3, 0.2] as const;
const blue = [0.2, 0.4, 1] as const;
const white = [1, 1, 1] as const;

function writePhotos(folder: string): void {
  for (const [part, count] of Object.entries({ train: 6, validation: 3 })) {
    for (const [label, tint] of Object.entries({ boats: blue, 'red <b>houses': red })) {
      mkdirSync(join(folder, 'photos', part, label), { recursive: true });
      for (let at = 0; at < count; at++) {
        writeFileSync(join(folder, 'photos', part, label, `${at}.png`), picture(80 + at, 70, tint));
      }
    }
  }
}

const given = (folder: string) => join(folder, 'given.png');
async function chooseFile(page: Page, path: string | readonly string[]): Promise<void> {
  const names = page.getByLabel(/^(File|파일)$/);
  if ((await names.count()) > 0) await names.check();
  await page.locator('input[type=file]:visible').setInputFiles(path as string);
}
const pictures = {
  give: (page: Page, folder: string) => chooseFile(page, given(folder)),
  ask: (folder: string) => [given(folder)],
};

/** Two tables in, a class and a number out. */
function severalEnds(): Document {
  const base = chain('Two inputs, two outputs', [
    ['inputVector', 'left', { shape: [12] }],
    ['inputVector', 'right', { shape: [12] }],
    ['concatenate', 'both'],
    ['dense', 'letters', { units: 10, activation: 'softmax' }],
    ['dense', 'scores', { units: 10, activation: 'tanh' }],
  ]);
  const wires = [
    ['left', 'both', 0],
    ['right', 'both', 1],
    ['both', 'letters', 0],
    ['both', 'scores', 0],
  ] as const;
  const edges = wires.map(([from, to, port]) => ({ from, to, port }));
  const outputs = { scores: { loss: 'squaredHinge', weight: 0.5 } } as const;
  return { ...base, edges, training: { ...emptyDocument('').training, dataset: 'groups', outputs } };
}

const row = '0.5,-1.25,0.125,2,0,-0.75,1,0.3,-0.2,0.9,-1.5,0.05';
const fillRows = async (page: Page) => {
  const boxes = page.locator('input[type=number]');
  const values = row.split(',');
  for (let at = 0; at < (await boxes.count()); at++) await boxes.nth(at).fill(values[at % values.length]!);
};

const short = ['--epochs', '1', '--batches', '60'];

/** One project for each kind of input and of answer. */
export const demoCases: readonly DemoCase[] = [
  {
    name: 'digits',
    source: ['digits'],
    language: 'en',
    prepare: (folder) => writeFileSync(given(folder), picture(28, 28, white)),
    training: ['--epochs', '1'],
    ...pictures,
  },
  {
    name: 'editor',
    source: ['digits-transfer'],
    language: 'en',
    prepare: (folder) => writeFileSync(given(folder), picture(28, 28, white)),
    training: null,
    ...pictures,
  },
  {
    name: 'mlp',
    source: ['mlp'],
    language: 'ko',
    prepare: (folder) => writeFileSync(given(folder), picture(90, 60, white)),
    training: short,
    ...pictures,
  },
  {
    name: 'photos',
    source: ['transfer', '--alpha', '0.25', '--input', '64x64x3'],
    language: 'en',
    prepare(folder) {
      writePhotos(folder);
      writeFileSync(given(folder), picture(120, 90, blue));
    },
    training: ['--data', 'photos', '--epochs', '3'],
    ...pictures,
  },
  { name: 'number', source: ['deepbrick-02'], language: 'en', training: short, give: fillRows, ask: () => ['0.5'] },
  { name: 'table', source: ['deepbrick-05'], language: 'ko', training: short, give: fillRows, ask: () => [row] },
  {
    name: 'series',
    source: ['deepbrick-19'],
    language: 'en',
    training: short,
    give: (page) => page.locator('textarea').fill(Array.from({ length: 40 }, (_, at) => (at % 7) / 7).join('\n')),
    ask: () => [Array.from({ length: 40 }, (_, at) => (at % 7) / 7).join()],
  },
  {
    name: 'text',
    source: ['deepbrick-24'],
    language: 'en',
    training: ['--epochs', '1', '--batches', '30'],
    give: (page) => page.locator('textarea').fill('The story is wonderful, and the actors are great!'),
    ask: () => ['The story is wonderful, and the actors are great!'],
  },
  {
    name: 'clip',
    source: ['deepbrick-video'],
    language: 'en',
    prepare: (folder) => {
      for (let at = 0; at < 8; at++) writeFileSync(join(folder, `frame${at}.png`), picture(32, 32, white));
    },
    training: ['--epochs', '1', '--batches', '4'],
    give: (page, folder) =>
      chooseFile(
        page,
        Array.from({ length: 8 }, (_, at) => join(folder, `frame${at}.png`)),
      ),
    // A clip is nothing that is typed.
    ask: () => [],
  },
  { name: 'several', source: severalEnds(), language: 'en', training: short, give: fillRows, ask: () => [row] },
];
