import { describe, expect, it } from 'vitest';
import { maskedGraphs } from '../../../e2e/keras/grid/maskedGraphs';
import { type Part, put } from '../../../e2e/keras/grid/parts';
import { randomGraphs, repeatedGraphs } from '../../../e2e/keras/grid/randomGraphs';
import { library, templates } from '../../../templates/index';
import { buildDocument, buildTemplate } from '../../document/template';
import { compile } from '../compile';
import { masksOf } from './masks';
import { isHelper, wired } from './wired';

const stepsOf = (document: Parameters<typeof compile>[0]) => compile(document, library).steps;

/** `name: brick(names of inputs)` of every step. */
function lines(...parts: readonly (readonly [name: string, part: Part, ...from: string[]])[]): string[] {
  const document = buildDocument('lines', (place) => {
    for (const [name, part, ...from] of parts) put(place, part, from, name);
  });
  return wired(stepsOf(document)).map(({ name, type, inputs }) => `${name}: ${type}(${inputs.join(', ')})`);
}

const text = ['text', ['inputText', { shape: [6] }]] as const;
const words = ['words', ['embedding', { inputDim: 9, outputDim: 4, maskZero: true }], 'text'] as const;
const plain = ['plain', ['embedding', { inputDim: 9, outputDim: 4 }], 'text'] as const;

describe('what TensorFlow.js is given', () => {
  it('is a mask for a layer that computes with it, through layers that hand it on', () => {
    expect(lines(text, words, ['thin', ['elu'], 'words'], ['pool', ['globalAveragePooling1d'], 'thin'])).toEqual([
      'text: inputText()',
      'words: embedding(text)',
      'words_mask: mask(text)',
      'thin: elu(words)',
      'pool: globalAveragePooling1d(thin, words_mask)',
    ]);
  });

  it('is no mask behind a layer that ends it, nor one that nothing computes with', () => {
    const ended = lines(
      text,
      words,
      ['conv', ['conv1d', { kernelSize: 2 }], 'words'],
      ['pool', ['globalAveragePooling1d'], 'conv'],
    );
    expect(ended.at(-1)).toBe('pool: globalAveragePooling1d(conv)');
    expect(ended.filter((line) => line.includes('mask'))).toEqual([]);
  });

  it('is a mask of merged masks: of all where values are merged, of any where they are joined', () => {
    expect(lines(text, words, plain, ['add', ['add'], 'words', 'plain'], ['gru', ['gru'], 'add']).at(-1)).toBe(
      'gru: gru(add)',
    );
    expect(
      lines(text, words, plain, ['both', ['concatenate'], 'plain', 'words'], ['gru', ['gru'], 'both']).slice(-3),
    ).toEqual([
      'both: concatenate(plain, words)',
      'both_mask: mask(plain, words, words_mask)',
      'gru: gru(both, both_mask)',
    ]);
  });

  it('is a copy of what comes into a layer more than once', () => {
    expect(
      lines(['numbers', ['inputVector', { shape: [4] }]], ['cube', ['multiply'], 'numbers', 'numbers', 'numbers']),
    ).toEqual([
      'numbers: inputVector()',
      'numbers_copy: copy(numbers)',
      'numbers_copy_1: copy(numbers)',
      'cube: multiply(numbers, numbers_copy, numbers_copy_1)',
    ]);
  });

  it('has names of its own', () => {
    const named = lines(
      text,
      words,
      ['words_mask', ['dense', { units: 2 }], 'words'],
      ['pool', ['globalAveragePooling1d'], 'words_mask'],
    );
    expect(named).toContain('words_mask_1: mask(text)');
  });

  it('is what it was where nothing of that concerns a model', () => {
    const plain = templates
      .map((template) => stepsOf(buildTemplate(template)))
      .filter((steps) => masksOf(steps).size === 0);
    expect(plain.map(wired)).toEqual(plain);
  });
});

const graphs = [...maskedGraphs, ...randomGraphs(300), ...repeatedGraphs];

describe(`${graphs.length} graphs`, () => {
  const all = graphs.map(({ title, document }) => ({ title, steps: stepsOf(document) }));
  type Graph = (typeof all)[number];
  /** Titles of graphs of which this is not so. */
  const without = (holds: (graph: Graph) => boolean) => all.filter((graph) => !holds(graph)).map(({ title }) => title);

  it('stay in order, with names of their own, and take nothing twice', () => {
    const inOrder = ({ steps }: Graph) => {
      const known = new Set<string>();
      return wired(steps).every(({ name, inputs }) => {
        const fits =
          !known.has(name) && inputs.every((input) => known.has(input)) && new Set(inputs).size === inputs.length;
        known.add(name);
        return fits;
      });
    };
    expect(without(inOrder)).toEqual([]);
  });

  it('keep every layer with its weights and its shape', () => {
    const facts = (steps: Graph['steps']) =>
      JSON.stringify(steps.map(({ name, shape, weights }) => [name, shape, weights]));
    const kept = ({ steps }: Graph) => facts(wired(steps).filter((step) => !isHelper(step))) === facts(steps);
    expect(without(kept)).toEqual([]);
  });

  it('give no output with a mask that a loss would have to be weighed by', () => {
    const plainEnds = ({ steps }: Graph) => {
      const read = new Set(steps.flatMap(({ inputs }) => inputs));
      const masks = masksOf(steps);
      return steps.every(({ name, shape }) => read.has(name) || shape.length > 1 || !masks.has(name));
    };
    expect(without(plainEnds)).toEqual([]);
  });
});
