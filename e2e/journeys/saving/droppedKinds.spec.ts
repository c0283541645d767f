import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { PNG } from 'pngjs';
import { library, templates } from '../../../templates/index';
import { compile } from '../../../src/compile/compile';
import { serialize } from '../../../src/document/reading/serialize';
import { initialOptions } from '../../../src/document/template';
import { toTypeScript } from '../../../src/exporters/typescript/typescript';
import { templateDocument } from '../../../src/layout/templateDocument';
import { type App, expect, test } from '../app';
import { type Dropped, drop } from '../drop';

const lenet = templates.find(({ id }) => id === 'lenet5')!;
const document = templateDocument(lenet, initialOptions(lenet), library);
const kerasScript = [
  'import keras',
  'model = keras.Sequential([',
  '    keras.Input((28, 28, 1)),',
  '    keras.layers.Flatten(),',
  '    keras.layers.Dense(10, activation="softmax"),',
  '])',
].join('\n');
const text = (name: string, content: string): Dropped => ({ name, bytes: [...Buffer.from(content)] });
const bytes = (name: string, start: string): Dropped => ({
  name,
  bytes: [...Buffer.from(start.padEnd(64, '\0'), 'latin1')],
});
const file = (name: string, path: string): Dropped => ({ name, bytes: [...readFileSync(path)] });
const picture = (name: string) => file(name, 'public/digits.png');
const inkOnNothing = (name: string): Dropped => {
  const data = Buffer.from(Array.from({ length: 784 }, (_, at) => [0, 0, 0, at % 28 < 9 ? 255 : 0]).flat());
  return { name, bytes: [...PNG.sync.write(Object.assign(new PNG({ width: 28, height: 28 }), { data }))] };
};
const backbone = (name: string) => file(name, join('public/digitsBackbone', name));
const zip = (name: string, ...inside: readonly Dropped[]): Dropped => ({
  name,
  bytes: [...zipSync(Object.fromEntries(inside.map((one) => [one.name, Uint8Array.from(one.bytes)])))],
});
const safetensors = (name: string): Dropped => {
  const header = '{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}';
  return bytes(name, `${String.fromCharCode(header.length)}\0\0\0\0\0\0\0${header}\0\0\0\0`);
};
const rows = (between: string) =>
  Array.from({ length: 12 }, (_, at) => [at, at % 3, at % 2 ? 'yes' : 'no'].join(between)).join('\n');
const notebook = (source: string) =>
  JSON.stringify({
    cells: [{ cell_type: 'code', source: [source], metadata: {}, outputs: [] }],
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  });

/** What a person sees when it has come where it belongs. */
const opened = (app: App) => expect(app.page.getByText(/ is open as a new project/).last()).toBeVisible();
const isDataset = (name: string) => async (app: App) => {
  await app.page.getByRole('dialog').getByRole('button', { name: 'Use this table' }).click();
  await expect(app.page.getByText(`${name} is the dataset now.`)).toBeVisible();
  await expect(app.training.getByLabel('Dataset')).toHaveValue(`own:${name}`);
};
const predicted = (name: string) => async (app: App) => {
  await expect(app.prediction.getByRole('tab', { name: 'Image', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(
    app.prediction.getByRole('region', { name: 'Answer' }).or(app.prediction.getByText(/%/)).first(),
  ).toBeVisible();
  await expect(app.page.getByText(name)).toHaveCount(0);
};
const dialog = (title: string) => async (app: App) => {
  const shown = app.page.getByRole('dialog', { name: title });
  await expect(shown).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(shown).toBeHidden();
};
/** What a dialog says before it is closed. */
const inDialog = (words: string) => async (app: App) => {
  const shown = app.page.getByRole('dialog');
  await expect(shown.getByText(words)).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(shown).toBeHidden();
};
const said = (words: string) => (app: App) => expect(app.page.getByText(words).last()).toBeVisible();

const kinds: readonly (readonly [kind: string, files: readonly Dropped[], outcome: (app: App) => Promise<void>])[] = [
  ['a document of ours', [text('mine.deepbrick.json', serialize(document))], opened],
  ['a document under another name', [text('mine.txt', serialize(document))], opened],
  ['our TypeScript', [text('model.ts', toTypeScript(compile(document, library)))], opened],
  ['Keras code', [text('train.py', kerasScript)], opened],
  ['a notebook', [text('lesson.ipynb', notebook(kerasScript))], opened],
  ['a page of a book with code', [text('chapter.md', `# Layers\n\n\`\`\`python\n${kerasScript}\n\`\`\`\n`)], opened],
  ['a model.json with its shard', [backbone('group1-shard1of1.bin'), backbone('model.json')], opened],
  ['a model.json alone', [backbone('model.json')], said('The weights are missing: they lie in group1-shard1of1.bin')],
  ['a zip of a project', [zip('project.zip', text('mine.deepbrick.json', serialize(document)))], opened],
  ['a CSV', [text('table.csv', `a,b,target\n${rows(',')}`)], isDataset('table.csv')],
  ['a TSV', [text('table.tsv', rows('\t'))], isDataset('table.tsv')],
  [
    'texts with labels',
    [text('spam.txt', Array.from({ length: 12 }, (_, at) => `some words ${at}\t${at % 2}`).join('\n'))],
    isDataset('spam.txt'),
  ],
  ['a ragged table', [text('ragged.csv', 'a,b,c\n1,2,x\n1,y\n')], inDialog('1 row of another length, first in line 3')],
  ['a sheet', [zip('table.xlsx', text('[Content_Types].xml', '<x/>'))], said('Save it as CSV')],
  ['a picture', [picture('seven.png')], predicted('seven.png')],
  ['a picture under another name', [picture('seven.dat')], predicted('seven.dat')],
  ['a drawing of nothing but transparency', [inkOnNothing('ink.png')], said('drawn by its transparency alone')],
  ['two pictures', [picture('a.png'), picture('b.png')], dialog('Photos')],
  ['a zip of pictures', [zip('photos.zip', picture('cats/a.png'), picture('dogs/b.png'))], dialog('Photos')],
  ['weights in safetensors', [safetensors('model.safetensors')], dialog('Open a trained model')],
  ['a PDF', [bytes('paper.pdf', '%PDF-1.7')], said('“paper.pdf” is a PDF')],
  [
    'an essay',
    [zip('essay.docx', text('[Content_Types].xml', '<x/>'))],
    said('“essay.docx” is a document of an office program'),
  ],
  ['a sound', [bytes('song.mp3', 'ID3\u0003')], said('“song.mp3” is a sound')],
  ['a video', [bytes('clip.mp4', '\0\0\0\u0018ftypmp42')], said('“clip.mp4” is a video')],
  ['arrays', [bytes('x.npy', '\u0093NUMPY')], said('“x.npy” is arrays of NumPy')],
  ['TensorFlow Lite', [bytes('net.tflite', '\u001c\0\0\0TFL3')], said('“net.tflite” is a TensorFlow Lite model')],
  ['a SavedModel', [bytes('saved_model.pb', '\n\u0012')], said('“saved_model.pb” is a SavedModel')],
  ['a web page', [text('index.html', '<!doctype html><p>')], said('“index.html” is a web page')],
  ['an archive', [bytes('all.tar.gz', '\u001f\u008b\u0008')], said('“all.tar.gz” is an archive')],
  [
    'a pointer of Git LFS',
    [text('big.h5', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n')],
    said('git lfs pull'),
  ],
  ['nothing at all', [text('empty', '')], said('“empty” is no file that opens as a model')],
];

test('every kind of file that is dropped on the page does what its owner meant, or is named with the way out', async ({
  app,
}) => {
  test.setTimeout(300_000);
  await app.open();
  for (const [kind, files, outcome] of kinds)
    await test.step(kind, async () => {
      await drop(app.canvas, files);
      await outcome(app);
    });
});
