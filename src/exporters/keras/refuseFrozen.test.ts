import { describe, expect, test } from 'vitest';
import { chain, frozenHead } from '../../../e2e/documents/chain';
import { imagenetClassesHere } from '../../cli/imagenetClassesHere';
import { library, templates } from '../../../templates/index';
import { compile } from '../../compile/compile';
import type { Document } from '../../document/document';
import { buildTemplate } from '../../document/template';
import { ExportRefused } from '../exportRefused';
import { kerasScript } from '../keras-script';
import { keras } from './index';

const template = (id: string) => buildTemplate(templates.find((one) => one.id === id)!);

/** A model whose first layer is frozen as it starts. */
const frozenLayer = (): Document => {
  const document = chain('Frozen', [
    ['inputVector', 'input', { shape: [8] }],
    ['dense', 'hidden', { units: 4 }],
    ['dense', 'answer', { units: 1 }],
  ]);
  const hidden = { ...document.nodes['hidden']!, trainable: false };
  return { ...document, nodes: { ...document.nodes, hidden } };
};

/** Why and where the model is refused; null where it leaves. */
async function refusedAt(document: Document, target: typeof keras, weights: boolean): Promise<string | null> {
  const supplies = {
    weights: async () => (weights ? {} : null),
    kerasWeights: async () => new Uint8Array(1),
    sample: async () => null,
    data: async () => null,
    imagenetClasses: async () => imagenetClassesHere(),
    sources: async () => ({ files: {}, digits: {} }),
  };
  try {
    await target.files({ document, plan: compile(document, library) }, supplies);
    return null;
  } catch (error) {
    if (!(error instanceof ExportRefused)) throw error;
    return `${error.trouble.code} ${error.trouble.where}`;
  }
}

describe('what is frozen and random', () => {
  test.each<[string, Document, string]>([
    ['a backbone of Keras', frozenHead(), 'vgg16'],
    ['a backbone of our own', template('digits-transfer'), 'backbone'],
    ['a layer', frozenLayer(), 'hidden'],
  ])('%s leaves with its weights only', async (_, document, where) => {
    expect(await refusedAt(document, keras, false)).toBe(`frozenRandom ${where}`);
    expect(await refusedAt(document, keras, true)).toBeNull();
    expect(await refusedAt(document, kerasScript, true)).toBe(`frozenRandom ${where}`);
  });

  test.each(['transfer', 'vgg16-transfer', 'digits'])('%s leaves without: Keras fetches what it needs', async (id) => {
    expect(await refusedAt(template(id), keras, false)).toBeNull();
    expect(await refusedAt(template(id), kerasScript, false)).toBeNull();
  });
});
