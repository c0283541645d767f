import { describe, expect, test } from 'vitest';
import { randomGraph } from '../../../e2e/documents/randomGraph';
import { library, templates } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { layerNames } from '../../compile/layerNames';
import { runnable } from '../../compile/plan';
import type { Document, Edit } from '../../document/document';
import { remove, rename, setBypassed, setTrainable } from '../../document/edits';
import { modelFile } from '../../exporters/keras/model/modelFile';
import { tracedModel } from '../../importers/kerasCode/tracedModel';
import { arrange } from '../../layout/arrange';
import { buildTemplate } from '../../document/template';
import { templateDocument } from '../../layout/templateDocument';
import { towersOf } from '../../layout/towers';
import { type Said, mergedCode } from './mergedCode';

const printed = (document: Document) => modelFile(compile(document, library));

function said(document: Document): Said {
  const { steps } = compile(document, library);
  const names = new Map([...layerNames(steps)].map(([own, name]) => [name, own]));
  return { model: readText(printed(document)), names };
}

function readText(text: string): Document {
  const read = tracedModel(text, library);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.document;
}

const templateOf = (id: string) =>
  templateDocument(
    templates.find((each) => each.id === id)!,
    {},
    library,
  );
const some = templates
  .filter((_, at) => at % 9 === 0)
  .filter((each) => Object.keys(buildTemplate(each).nodes).length < 60);
const documents: readonly (readonly [string, Document])[] = [
  ...some.map((template) => [template.id, templateDocument(template, {}, library)] as const),
  ...Array.from({ length: 12 }, (_, at) => [`randomGraph(${at + 1})`, randomGraph(at + 1)] as const),
];

/** The text of a document with some words of it replaced, put into it. */
function typed(document: Document, ...changes: readonly (readonly [from: string, to: string])[]): Document {
  const text = changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`${from} is not in ${before}`);
    return before.replace(from, to);
  }, printed(document));
  return mergedCode(document, said(document), readText(text), library).document;
}

describe('a text that says the same changes nothing', () => {
  test.each(documents)('%s', (_, document) => {
    const own = said(document);
    expect(mergedCode(document, own, own.model, library).document).toBe(document);
  });
});

describe('what is changed on the canvas and printed is changed the same by its text', () => {
  const places = (document: Document) => towersOf(document, library);
  const edits: readonly (readonly [string, (document: Document, name: string) => Edit])[] = [
    ['removed', (document, name) => remove([name], places(document))],
    ['frozen', (_, name) => setTrainable([name], false)],
    ['left out', (_, name) => setBypassed([name], true)],
    ['renamed', (_, name) => rename(name, 'another_name')],
  ];
  test.each(edits)('%s', (kind, edit) => {
    for (const [name, document] of documents.filter((__, place) => place % 3 === 0)) {
      const { steps, outputs } = compile(document, library);
      const inner = steps.filter(({ inputs, name: own }) => inputs.length === 1 && !outputs.includes(own));
      const at = inner[Math.floor(inner.length / 2)];
      if (!at) continue;
      const wanted = edit(document, at.name)(document);
      // Code of a model that is not whole is not read.
      if (!runnable(compile(wanted, library))) continue;
      const text = printed(wanted);
      const { document: merged } = mergedCode(document, said(document), readText(text), library);
      expect(printed(merged), `${name}: ${at.name} ${kind}`).toBe(text);
    }
  });
});

describe('digits', () => {
  const digits = templateOf('digits');

  test('a parameter', () => {
    const after = typed(digits, ['Conv2D(8, (5, 5)', 'Conv2D(16, (5, 5)']);
    expect(after.nodes['conv2d']!.params).toMatchObject({ filters: 16 });
    expect({ ...after, nodes: { ...after.nodes, conv2d: digits.nodes['conv2d'] } }).toEqual(digits);
  });

  test('a new layer stands on the one below it, in its block, and what was there stands on it', () => {
    const after = typed(digits, [
      'x = layers.Flatten(name="flatten")(x)\n',
      'x = layers.Flatten(name="flatten")(x)\n    x = layers.Dense(32, activation="relu")(x)\n',
    ]);
    expect(Object.keys(after.nodes)).toEqual([...Object.keys(digits.nodes), 'dense']);
    expect(after.nodes['dense']).toMatchObject({ type: 'dense', stacked: true, params: { units: 32 } });
    const [before, now] = [towersOf(digits, library), towersOf(after, library)];
    const tower = before.items.get('flatten')!.tower;
    expect(now.towers.find(({ id }) => id === tower)?.items).toEqual(
      before.towers.find(({ id }) => id === tower)!.items.flatMap((id) => (id === 'flatten' ? [id, 'dense'] : [id])),
    );
    expect(after.training).toBe(digits.training);
  });

  test('a renamed layer keeps its place and its settings', () => {
    const after = typed(digits, ['name="conv2d_1"', 'name="second"']);
    expect(after.nodes).not.toHaveProperty('conv2d_1');
    expect(after.nodes['second']).toEqual(digits.nodes['conv2d_1']);
    expect(towersOf(after, library).items.get('second')).toMatchObject({
      x: towersOf(digits, library).items.get('conv2d_1')!.x,
      y: towersOf(digits, library).items.get('conv2d_1')!.y,
    });
  });

  test('what code does not say stays: loose bricks, notes of training, colours of blocks', () => {
    const loose: Document = {
      ...digits,
      nodes: { ...digits.nodes, alone: { type: 'flatten', params: {}, trainable: true, at: [900, 5] } },
    };
    const after = typed(loose, ['Conv2D(8, (5, 5)', 'Conv2D(9, (5, 5)']);
    expect(after.nodes['alone']).toBe(loose.nodes['alone']);
    expect(after.blocks).toBe(loose.blocks);
  });

  test('a model of other layers is laid out', () => {
    const model = readText(
      'import keras\nfrom keras import layers\nmodel = keras.Sequential([keras.Input((4,), name="in"), layers.Dense(3, name="out")])',
    );
    const { document } = mergedCode(digits, said(digits), model, library);
    expect(Object.keys(document.nodes)).toEqual(['in', 'out']);
    expect(document.edges).toEqual([{ from: 'in', to: 'out', port: 0 }]);
    expect(arrange(document, library, 'towers')).toBe(document);
  });
});
