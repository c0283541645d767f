import batchNormalization from '../../../bricks/normalization/batchNormalization';
import conv2d from '../../../bricks/convolution/conv2d';
import dense from '../../../bricks/core/dense';
import embedding from '../../../bricks/core/embedding';
import flatten from '../../../bricks/shape/flatten';
import globalAveragePooling2d from '../../../bricks/pooling/globalAveragePooling2d';
import inputImage from '../../../bricks/data/inputImage';
import inputText from '../../../bricks/data/inputText';
import lstm from '../../../bricks/recurrent/lstm';
import maxPooling2d from '../../../bricks/pooling/maxPooling2d';
import relu from '../../../bricks/activation/relu';
import { compile } from '../../../src/compile/compile';
import type { Plan } from '../../../src/compile/plan';
import type { Dataset } from '../../../src/data/dataset';
import { randomNumbers } from '../../../src/data/random';
import { type Place, buildDocument, buildTemplate } from '../../../src/document/template';
import mobilenet from '../../../templates/architectures/mobilenet';
import resnet50 from '../../../templates/architectures/resnet50';
import digits from '../../../templates/digits';
import { library } from '../../../templates/index';

/** A model that is timed, with samples made up for it. */
export interface Net {
  readonly plan: Plan;
  readonly dataset: Dataset;
  readonly batchSize: number;
}

const classes = 10;

function vggLike(place: Place): void {
  let x = place(inputImage, { shape: [32, 32, 3] });
  for (const filters of [32, 64]) {
    for (let time = 0; time < 2; time++) x = place(conv2d, { filters, padding: 'same', activation: 'relu' }, x);
    x = place(maxPooling2d, {}, x);
  }
  x = place(dense, { units: 256, activation: 'relu' }, place(flatten, {}, x));
  place(dense, { units: classes, activation: 'softmax' }, x);
}

function normalizedBlocks(place: Place): void {
  let x = place(inputImage, { shape: [32, 32, 3] });
  for (const filters of [16, 16, 16, 16, 32, 32, 32, 32]) {
    x = place(relu, {}, place(batchNormalization, {}, place(conv2d, { filters, padding: 'same' }, x)));
  }
  place(dense, { units: classes, activation: 'softmax' }, place(globalAveragePooling2d, {}, x));
}

const [vocabulary, length] = [5000, 100];

function textReader(place: Place): void {
  const x = place(embedding, { inputDim: vocabulary, outputDim: 64 }, place(inputText, { shape: [length] }));
  place(dense, { units: classes, activation: 'softmax' }, place(lstm, { units: 64 }, x));
}

/** Samples of pixels or of words, at random: what a net learns of them does not matter here. */
function dataset(plan: Plan, count: number, text: boolean): Dataset {
  const shape = plan.steps[0]!.shape as readonly number[];
  const random = randomNumbers(5);
  const size = count * shape.reduce((product, side) => product * side);
  const values = text ? new Float32Array(size) : new Uint8Array(size);
  for (let at = 0; at < size; at++) values[at] = Math.floor(random() * (text ? vocabulary : 256));
  const labels = Uint16Array.from({ length: count }, () => Math.floor(random() * classes));
  return {
    id: 'bench',
    kind: text ? 'text' : 'images',
    shape,
    values,
    target: { kind: 'classes', classes: Array.from({ length: classes }, (_, at) => `${at}`), labels },
    count,
    validation: 0,
    vocabulary: text ? vocabulary : null,
    sampleWeights: null,
    words: null,
  };
}

const smaller = (template: typeof mobilenet | typeof resnet50, options: object) =>
  buildTemplate(template, { ...options, classes });

const documents = {
  'digits CNN': () => buildTemplate(digits),
  'VGG-like 32×32': () => buildDocument('VGG-like', vggLike),
  '8 × conv-BN-ReLU 32×32': () => buildDocument('Blocks', normalizedBlocks),
  'LSTM text': () => buildDocument('LSTM text', textReader),
  'MobileNet 0.25 at 96': () => smaller(mobilenet, { alpha: 0.25, inputShape: [96, 96, 3] }),
  'ResNet50 at 64': () => smaller(resnet50, { inputShape: [64, 64, 3] }),
};
export type NetName = keyof typeof documents;

/** The batch size of each net that is timed. */
export const batchSizes: Readonly<Record<NetName, number>> = {
  'digits CNN': 32,
  'VGG-like 32×32': 64,
  '8 × conv-BN-ReLU 32×32': 32,
  'LSTM text': 64,
  'MobileNet 0.25 at 96': 16,
  'ResNet50 at 64': 8,
};

export function netOf(name: NetName): Net {
  const plan = compile(documents[name](), library);
  if (plan.issues.length > 0) throw new Error(JSON.stringify(plan.issues));
  const batchSize = batchSizes[name];
  return { plan, batchSize, dataset: dataset(plan, batchSize * 4, name === 'LSTM text') };
}
