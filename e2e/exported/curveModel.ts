import type { Dataset } from '../../src/data/dataset';
import type { Document, Json } from '../../src/document/document';
import { type Training, initialTraining } from '../../src/document/training';
import { type Link, chain } from '../documents/chain';
import { stripes } from '../fixtures/stripes';

/** A document that page and project train, with what it is about. */
export interface CurveCase {
  readonly name: string;
  readonly document: Document;
  readonly dataset: Dataset;
}

export const pictures = stripes(36, 12);
/** The same pictures with a number to predict: how bright they are on average. */
export const numbers: Dataset = {
  ...pictures,
  id: 'brightness',
  target: {
    kind: 'numbers',
    names: ['brightness'],
    values: Float32Array.from({ length: pictures.count }, (_, sample) => {
      const own = Array.from(pictures.values.subarray(sample * 144, (sample + 1) * 144));
      return own.reduce((sum, value) => sum + value, 0) / 144 / 255;
    }),
  },
};
/** Twice as many upright ones as lying ones, and every third sample counts half. */
export const uneven: Dataset = {
  ...pictures,
  sampleWeights: Float32Array.from({ length: 36 }, (_, at) => (at % 3 ? 1 : 0.5)),
};

const input: Link = ['inputImage', 'input', { shape: [12, 12, 1] }];
export const classified: readonly Link[] = [
  ['flatten', 'flatten'],
  ['dense', 'out', { units: 2, activation: 'softmax' }],
];
const small = { filters: 3, kernelSize: [3, 3], strides: [2, 2], activation: 'relu' };
export const conv = (params: Readonly<Record<string, Json>> = {}): Link => ['conv2d', 'conv', { ...small, ...params }];

function trained(document: Document, training: Partial<Training>): Document {
  const usual = { ...initialTraining, dataset: 'stripes', batchSize: 8, epochs: 2, validationSplit: null, seed: 5 };
  return { ...document, training: { ...usual, ...training } };
}

export const of = (
  name: string,
  links: readonly Link[],
  training: Partial<Training> = {},
  dataset = pictures,
  frozen: readonly string[] = [],
): CurveCase => ({ name, document: trained(chain(name, [input, ...links], frozen), training), dataset });

export const plain: readonly Link[] = [
  conv(),
  ['batchNormalization', 'bn'],
  ['dropout', 'drop', { rate: 0.3 }],
  ...classified,
];
