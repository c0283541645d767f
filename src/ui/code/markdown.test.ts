import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chain } from '../../../e2e/documents/chain';
import { library, templates } from '../../../templates/index';
import { commentText } from '../../compile/commentText';
import { compile } from '../../compile/compile';
import { buildTemplate } from '../../document/template';
import { notebookText } from '../../exporters/notebook/notebookText';
import { notebookCells } from '../../exporters/notebook/readCells';
import { type Block, type Inline, markdownBlocks } from './markdown';

test.each<[string, readonly Block[]]>([
  ['', []],
  ['## Data', [{ kind: 'heading', level: 2, parts: [{ kind: 'text', text: 'Data' }] }]],
  [
    'Put `a.npz` there,\n**once**.',
    [
      {
        kind: 'paragraph',
        parts: [
          { kind: 'text', text: 'Put ' },
          { kind: 'code', text: 'a.npz' },
          { kind: 'text', text: ' there,\n' },
          { kind: 'strong', text: 'once' },
          { kind: 'text', text: '.' },
        ],
      },
    ],
  ],
  [
    '![A model](attachment:model.svg)',
    [{ kind: 'paragraph', parts: [{ kind: 'picture', text: 'A model', name: 'model.svg' }] }],
  ],
  ['- one\n- `two`', [{ kind: 'list', items: [[{ kind: 'text', text: 'one' }], [{ kind: 'code', text: 'two' }]] }]],
  ['#tag and 2 * 3 ** 4', [{ kind: 'paragraph', parts: [{ kind: 'text', text: '#tag and 2 * 3 ** 4' }] }]],
  [
    '<img src=x onerror=alert(1)> ![x](https://example.org/x.png)',
    [
      {
        kind: 'paragraph',
        parts: [{ kind: 'text', text: '<img src=x onerror=alert(1)> ![x](https://example.org/x.png)' }],
      },
    ],
  ],
])('%j', (text, blocks) => {
  expect(markdownBlocks(text)).toEqual(blocks);
});

const said = (parts: readonly Inline[]) => parts.map(({ text }) => text).join('');
const cellsOf = (document: Parameters<typeof compile>[0], language: 'en' | 'ko' = 'en') =>
  notebookCells(notebookText({ document, plan: compile(document, library), language }, { data: null, sample: true }));

/** One of every seven: their words are alike. */
const some = templates.filter((_, at) => at % 7 === 0);

test('every notebook begins with a heading and has its picture, and no sign of Markdown is left', () => {
  for (const template of some) {
    for (const language of ['en', 'ko'] as const) {
      const cells = cellsOf(buildTemplate(template), language);
      const blocks = cells.flatMap((cell) => (cell.kind === 'markdown' ? markdownBlocks(cell.text) : []));
      const inlines = blocks.flatMap((block) => (block.kind === 'list' ? block.items.flat() : block.parts));
      expect(blocks[0]).toMatchObject({ kind: 'heading', level: 1 });
      expect(inlines.filter(({ kind }) => kind === 'picture')).toMatchObject([{ name: 'model.svg' }]);
      const texts = inlines.filter(({ kind }) => kind === 'text').map(({ text }) => text);
      expect(texts.filter((text) => /[`*\\]|^#|\]\(/.test(text))).toEqual([]);
    }
  }
});

test('a title is shown as it is, whatever it is', () => {
  const document = chain('x', [['inputVector', 'x', { length: 3 }]]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const [first] = cellsOf({ ...document, title });
      const [block] = markdownBlocks(first!.text);
      const wanted = commentText(title).trim() || 'A model';
      expect(block).toMatchObject({ kind: 'heading', level: 1 });
      expect(said((block as Extract<Block, { kind: 'heading' }>).parts).trim()).toBe(wanted);
    }),
    { numRuns: 100 },
  );
});
