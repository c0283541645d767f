import { typescriptString } from '../typescriptText';

/** A dataset of the editor as the exported project has it. */
interface Carried {
  /** What it is, in a sentence. */
  readonly about: string;
  /** Import of what makes it, below `src/data/`. */
  readonly file: string;
  readonly name: string;
  /** Expression that makes it. */
  readonly make: string;
}

const digits = (about: string, make: (digits: string) => string, name?: string): Carried => ({
  about: `10,000 real handwritten digits of MNIST, 28×28, ${about}; the last 1,500 are for validation`,
  file: 'digits/digits',
  name: ['digitsFrom', ...(name === undefined ? [] : [name])].join(', '),
  make: make(`digitsFrom(readGrey(inData('digits.png')).pixels, bytes(inData('digits-labels.bin')))`),
});
const made = (name: string, about: string, file = name): Carried => ({
  about: `Made-up data, the same from its seed every time: ${about}`,
  file: `made/${file}`,
  name,
  make: `${name}()`,
});

const carried: Readonly<Record<string, Carried>> = {
  digits: digits('each with its class', (all) => all),
  'digits-odd': digits('each odd or even', (all) => `oddDigits(${all})`, 'oddDigits'),
  'digits-value': digits('each with its value as a number', (all) => `digitValues(${all})`, 'digitValues'),
  'digits-0-4': digits('only 0 to 4', (all) => `digitRange(${all}, 0, 4)`, 'digitRange'),
  'digits-5-9': digits('only 5 to 9', (all) => `digitRange(${all}, 5, 9)`, 'digitRange'),
  line: made('line', 'points scattered about a bent curve, x → y'),
  threshold: made('threshold', 'rows of 12 numbers: is a mixture of them large?'),
  groups: made('groups', 'rows of 12 numbers in ten groups, A to J'),
  wave: made('wave', 'a noisy time series, 40 values → the next one'),
  clips: made('clips', 'clips of 8 frames: does the square go left or right?'),
  reviews: made('reviews', 'English film reviews: did they like the film?'),
  topics: made('topicTexts', 'English news on 46 topics', 'topics'),
};

const carriedBy = (dataset: string): Carried | null => (Object.hasOwn(carried, dataset) ? carried[dataset]! : null);

/** Does the project need the pictures of the digits? */
export const needsDigits = (dataset: string): boolean => carriedBy(dataset)?.file === 'digits/digits';

/** What the exported project's own files use of `src/data`, and what makes the dataset. */
export function dataFilesOf(dataset: string, photos = false): readonly string[] {
  const shared = ['batches', 'classWeights', 'tables/importFile', 'sampleShape', 'targets', 'textSamples'];
  const own = carriedBy(dataset);
  if (photos) shared.push('photos/folders', 'photos/resize');
  return [...shared, ...(own === null ? [] : [own.file])].map((file) => `${file}.ts`);
}

/** What the README and the code say about the dataset. */
export function aboutCarried(dataset: string): string {
  return (
    carriedBy(dataset)?.about ??
    'The editor trained on a file of your own, which this project does not contain: it is named with --data'
  );
}

const photoSample = "  return { kind: 'images', shape: settings.picture, values: await readPhoto(path) };";
const greySample = `  const { width, height, pixels } = readGrey(path);
  return Promise.resolve({ kind: 'images', shape: [height, width, 1], values: pixels });`;

/** `src/dataset.ts` of an exported project: the data of the document, or a file of one's own. */
export function datasetFile(dataset: string, photos = false): string {
  const own = carriedBy(dataset);
  const files = own?.file === 'digits/digits';
  const imports = [
    photos ? `import { readFileSync, statSync } from 'node:fs';` : `import { readFileSync } from 'node:fs';`,
    files ? `import { basename, resolve } from 'node:path';` : `import { basename } from 'node:path';`,
    ...(files ? [`import { ${own.name} } from './data/digits/digits';`] : []),
    `import type { Source } from './data/batches';`,
    `import type { Dataset } from './data/dataset';`,
    `import { importFile } from './data/tables/importFile';`,
    ...(own && !files ? [`import { ${own.name} } from './data/${own.file}';`] : []),
    ...(files || !photos ? [`import { readGrey } from './picture';`] : []),
    ...(photos ? [`import { readPhoto, readPhotos } from './photos';`, `import { settings } from './settings';`] : []),
  ];
  const helpers = files
    ? `
const inData = (name: string) => resolve(import.meta.dirname, '../data', name);
const bytes = (path: string) => Uint8Array.from(readFileSync(path));
`
    : '';
  const missing = `throw new Error('The editor trained on ' + ${typescriptString(dataset)} + ', which is not in this project: npm run train -- --data ${photos ? 'FOLDER' : 'FILE'}');`;
  return `${imports.join('\n')}
${helpers}
/** ${aboutCarried(dataset)}. */
function standard(): Dataset {
  ${own === null ? missing : `return ${own.make};`}
}

/**
 * The data that the model learns from. A file of your own, CSV or tab-separated in UTF-8, is read as the editor does:
 * a table of numbers with the answer in its last column (a column sample_weight says how much a row counts), or a text
 * and its label in each row. Its rows are mixed, the last 15 % are for validation.${photos ? '\n * A folder of photos: see src/photos.ts.' : ''}
 */
export async function loadDataset(file: string | undefined): Promise<Dataset> {
  if (file === undefined) return standard();
${photos ? '  if (statSync(file).isDirectory()) return readPhotos(file);\n' : ''}  const reading = { progress: () => undefined, signal: new AbortController().signal };
  return importFile(basename(file), readFileSync(file, 'utf8'), file, reading);
}

/** ${photos ? 'A photo in the size of the model' : 'A PNG in shades of grey'}, as a sample. */
export async function readPicture(path: string): Promise<Source> {
${photos ? photoSample : greySample}
}
`;
}
