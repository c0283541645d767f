import type { Document } from '../../src/document/document';
import { type Link, chain } from './chain';

/** Rows behind layers that prepare them. */
const prepared = (...links: readonly Link[]): Document =>
  chain('Prepared', [
    ['inputVector', 'row', { shape: [12] }],
    ...links,
    ['dense', 'answer', { units: 1, activation: 'sigmoid' }],
  ]);

/** The same rows in two inputs, of which one is normalized. */
function twoInputs(): Document {
  const one = prepared(['concatenate', 'both']);
  const other = chain('', [
    ['inputVector', 'other', { shape: [12] }],
    ['normalization', 'normal'],
  ]);
  const edges = [...one.edges, ...other.edges, { from: 'normal', to: 'both', port: 1 }];
  return { ...one, nodes: { ...one.nodes, ...other.nodes }, edges };
}

/** Documents of bricks that prepare, of rows of 12 numbers about 0 … 1, with an answer of yes or no. */
export const preparations: readonly (readonly [string, Document])[] = [
  [
    'normalization, twice',
    prepared(
      ['normalization', 'normal'],
      ['dense', 'hidden', { units: 6, activation: 'relu' }],
      ['normalization', 'again', { axis: [] }],
    ),
  ],
  ['normalization of one of two inputs', twoInputs()],
  ['normalization that is given its numbers', prepared(['normalization', 'normal', { mean: [0.4], variance: [4] }])],
  [
    'ranges',
    prepared(
      ['discretization', 'ranges', { binBoundaries: [0.2, 0.5, 0.8], outputMode: 'one_hot' }],
      ['flatten', 'flat'],
    ),
  ],
  [
    'ranges, encoded',
    prepared(
      ['discretization', 'ranges', { binBoundaries: [-0.5, 0.2, 0.5, 0.8] }],
      ['categoryEncoding', 'encoded', { numTokens: 5, outputMode: 'count' }],
    ),
  ],
];

/** Between a picture of 12 × 12 pixels and its answer: layers that learn of the data first, frozen or not. */
export const adapting: readonly (readonly [name: string, between: readonly Link[], frozen: readonly string[]])[] = [
  [],
  ['normal', 'conv'],
].map((frozen) => [
  `what learns of the data first${frozen.length > 0 ? ', frozen' : ''}`,
  [
    ['normalization', 'normal', { axis: [1, 3] }],
    ['conv2d', 'conv', { filters: 3, kernelSize: [3, 3], strides: [2, 2], activation: 'relu' }],
    ['normalization', 'again'],
  ],
  frozen,
]);
