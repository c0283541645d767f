import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { chain, frozenHead } from '../../../e2e/documents/chain';
import { hostile } from '../../../e2e/documents/hostile';
import { library, templates } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { type Document, emptyDocument } from '../../document/document';
import { buildTemplate } from '../../document/template';
import { dataPart } from '../keras/project/dataFile';
import { projectFacts } from '../keras/project/facts';
import { modelPart } from '../keras/model/modelFile';
import { trainPart } from '../keras/project/trainPart';
import { notebookFiles } from './notebookFiles';
import { notebookText } from './notebookText';
import { planPicture } from './picture';
import { notebookWords } from './words';

const base = {
  id: z.string().regex(/^[a-zA-Z0-9-_]{1,64}$/),
  metadata: z.strictObject({}),
  source: z.array(z.string()),
};
/** The part of Jupyter's schema for format 4.5 that we write. */
const schema = z.strictObject({
  cells: z.array(
    z.discriminatedUnion('cell_type', [
      z.strictObject({
        ...base,
        cell_type: z.literal('markdown'),
        attachments: z.optional(z.record(z.string(), z.strictObject({ 'image/svg+xml': z.base64() }))),
      }),
      z.strictObject({
        ...base,
        cell_type: z.literal('code'),
        execution_count: z.null(),
        outputs: z.array(z.never()),
      }),
    ]),
  ),
  metadata: z.object({ kernelspec: z.object({ name: z.literal('python3') }) }),
  nbformat: z.literal(4),
  nbformat_minor: z.literal(5),
});

const modelOf = (document: Document) => ({ document, plan: compile(document, library) });
const nothing = { data: null, sample: false };
const opened = (text: string) => {
  const { cells } = schema.parse(JSON.parse(text));
  const texts = (kind: string) => cells.flatMap((cell) => (cell.cell_type === kind ? [cell.source.join('')] : []));
  return { cells, code: texts('code'), markdown: texts('markdown') };
};

describe('the notebook', () => {
  test('of every template is valid, has the parts of the project and a picture, in both languages', () => {
    for (const template of templates) {
      const model = modelOf(buildTemplate(template));
      const facts = projectFacts(model, null);
      for (const language of ['en', 'ko'] as const) {
        const { cells, code, markdown } = opened(notebookText({ ...model, language }, nothing));
        expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
        for (const part of [dataPart(facts), modelPart(model.plan), trainPart(facts)]) {
          expect(code).toContain(part.definitions.join('\n\n\n'));
        }
        expect(markdown[0]).toContain('](attachment:model.svg)');
        expect(cells[0]).toHaveProperty('attachments');
        expect(markdown.filter((text) => /[가-힣]/.test(text))).toHaveLength(language === 'ko' ? markdown.length : 0);
        expect(code.join('\n')).not.toMatch(/^[!%]|__file__|\.py\b/m);
      }
    }
  });

  test('is the same each time, and has weights and sample where they are', async () => {
    const model = modelOf(buildTemplate(templates.find(({ id }) => id === 'digits')!));
    const sample = { shape: [28, 28, 1], input: new Float32Array(784), output: new Float32Array(10) };
    const supplied = { weights: new Uint8Array(1), sample, data: null };
    const files = await notebookFiles(model, supplied);
    expect(await notebookFiles(model, supplied)).toEqual(files);
    expect(Object.keys(files).filter((path) => path.includes('.npz') || path.includes('.h5'))).toEqual([
      'weights/model.weights.h5',
      'sample.npz',
    ]);
    const { markdown, code } = opened(String(files['notebook.ipynb']));
    expect(markdown.join('\n')).toContain("The editor's weights lie in");
    expect(code.join('\n')).toContain('edited.load_weights(WEIGHTS)');
    expect(Object.keys(await notebookFiles(model, { ...supplied, weights: null }))).not.toContain('sample.npz');
  });

  test('says where files are on Colab and Kaggle, and does nothing there by itself', () => {
    const { code } = opened(notebookText(modelOf(buildTemplate(templates[0]!)), nothing));
    const place = code.find((text) => text.includes('Colab'))!;
    expect(place).toMatch(/# HERE = pathlib\.Path\("\/content\/drive\/MyDrive\/\w/);
    expect(place).toMatch(/# HERE = pathlib\.Path\("\/kaggle\/input\/[a-z0-9-]+"\)/);
    expect(place.split('\n').filter((line) => !line.startsWith('#'))).toEqual(['HERE = pathlib.Path()']);
  });
});

describe('the picture', () => {
  const boxes = (svg: string) => svg.match(/<rect [^>]*rx=/g) ?? [];
  test.each([
    ['digits', 7],
    ['vgg16', 6],
  ])('of %s has a box per layer, or per block where there are many', (id, least) => {
    const { plan } = modelOf(buildTemplate(templates.find((one) => one.id === id)!));
    const svg = planPicture(plan, notebookWords.en.box);
    expect(boxes(svg).length).toBeGreaterThanOrEqual(least);
    expect(boxes(svg).length).toBeLessThanOrEqual(31);
    for (const name of plan.outputs) expect(svg).toContain(name);
    expect(svg).not.toContain('NaN');
  });

  test('of very many layers outside blocks has several in a box', () => {
    const links = Array.from({ length: 500 }, (_, at) => ['dense', `layer ${at}`, { units: 2 }] as const);
    const svg = planPicture(
      compile(chain('deep', [['inputVector', 'input', { shape: [2] }], ...links]), library),
      notebookWords.en.box,
    );
    expect(boxes(svg).length).toBeLessThanOrEqual(60);
    expect(svg).toContain('layer 499');
    expect(planPicture(compile(emptyDocument(''), library), notebookWords.en.box)).not.toContain('NaN');
  });

  test('is well-formed whatever the names', () => {
    fc.assert(
      fc.property(hostile(frozenHead()), (document) => {
        const svg = planPicture(compile(document, library), notebookWords.ko.box);
        expect(svg.replace(/<\/?[a-z]+(?: [a-zA-Z-]+="[^"<>]*")*\/?>/g, '')).not.toMatch(
          /[<>]|&(?!amp;|lt;|gt;|quot;)/,
        );
        expect(svg).not.toMatch(/[^\P{C}\n]|\p{Zl}|\p{Zp}/u);
      }),
      { numRuns: 60 },
    );
  });
});
