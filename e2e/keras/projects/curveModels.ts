import type { Document, Json } from '../../../src/document/document';
import type { Training } from '../../../src/document/training';
import { type Link, chain } from '../../documents/chain';

const exact: Partial<Training> = { shuffle: false, epochs: 3, batchSize: 13, seed: 7 };

/** Trained in a way that both sides can follow exactly. */
export const trained = (document: Document, dataset: string, training: Partial<Training>): Document => ({
  ...document,
  training: { ...document.training, dataset, ...exact, ...training },
});

export const pictures = (end: string, units = 10, hidden: Readonly<Record<string, Json>> = {}): Document =>
  chain('Pictures', [
    ['inputImage', 'digit', { shape: [28, 28, 1] }],
    ['averagePooling2d', 'smaller', { poolSize: [4, 4], strides: [4, 4] }],
    ['conv2d', 'seen', { filters: 3, activation: 'tanh', ...hidden }],
    ['batchNormalization', 'normal'],
    ['flatten', 'flat'],
    ['dense', 'answer', { units, activation: end }],
  ]);

export const rows = (end: string, units: number, width = 12): Document =>
  chain('Rows', [
    ['inputVector', 'row', { shape: [width] }],
    ['dense', 'hidden', { units: 6, activation: 'tanh' }],
    ['dense', 'answer', { units, activation: end }],
  ]);

/** The same with a second output beside the last layer. */
export function twice(document: Document, beside: Link, from: string): Document {
  const [type, name, params] = beside;
  const other = chain('', [[type, name, params ?? {}]]).nodes[name]!;
  return {
    ...document,
    nodes: { ...document.nodes, [name]: other },
    edges: [...document.edges, { from, to: name, port: 0 }],
  };
}
