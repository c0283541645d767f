import conv1d from '../../bricks/convolution/conv1d';
import conv2d from '../../bricks/convolution/conv2d';
import dense from '../../bricks/core/dense';
import dropout from '../../bricks/dropout/dropout';
import embedding from '../../bricks/core/embedding';
import flatten from '../../bricks/shape/flatten';
import globalMaxPooling1d from '../../bricks/pooling/globalMaxPooling1d';
import lstm from '../../bricks/recurrent/lstm';
import maxPooling1d from '../../bricks/pooling/maxPooling1d';
import maxPooling2d from '../../bricks/pooling/maxPooling2d';
import type { Activation } from '../../src/brick/fields';
import type { Place } from '../../src/document/template';

/** What stands between the input and the last Dense layer: places its bricks on `x` and returns the topmost. */
export type Body = (place: Place, x: string) => string;

/** Hidden Dense layers; relu where nothing else is said. */
export function hidden(...layers: readonly (number | readonly [units: number, activation: Activation])[]): Body {
  return (place, x) =>
    layers.reduce<string>((y, layer) => {
      const [units, activation] = typeof layer === 'number' ? ([layer, 'relu'] as const) : layer;
      return place(dense, { units, activation }, y);
    }, x);
}

/** Convolution and pooling twice, then one hidden layer. */
export const cnn: Body = (place, x) => {
  for (let time = 0; time < 2; time++) {
    x = place(conv2d, { filters: 32, activation: 'relu' }, x);
    x = place(maxPooling2d, {}, x);
  }
  return hidden(256)(place, place(flatten, {}, x));
};

/** Two convolutions, pooling and dropout, twice; then one hidden layer with dropout. */
export const deepCnn: Body = (place, x) => {
  for (const filters of [32, 64]) {
    for (let time = 0; time < 2; time++) x = place(conv2d, { filters, activation: 'relu' }, x);
    x = place(dropout, { rate: 0.25 }, place(maxPooling2d, {}, x));
  }
  return place(dropout, {}, hidden(256)(place, place(flatten, {}, x)));
};

/** Hidden layers of 32 with dropout behind each. */
export const seriesMlp: Body = (place, x) => {
  for (let time = 0; time < 3; time++) x = place(dropout, { rate: 0.3 }, hidden(32)(place, x));
  return x;
};

/** LSTM layers of 32 with dropout behind each; all but the last give every step on to the next. */
export function seriesLstm(count: number, stateful: boolean): Body {
  return (place, x) => {
    for (let layer = 1; layer <= count; layer++) {
      x = place(lstm, { units: 32, stateful, returnSequences: layer < count }, x);
      x = place(dropout, { rate: 0.3 }, x);
    }
    return x;
  };
}

/** The word vectors in one row, then a hidden layer. */
export const textMlp: Body = (place, x) => hidden(256)(place, place(flatten, {}, x));

/** Reads the word vectors one by one. */
export const textRnn: Body = (place, x) => place(lstm, { units: 128 }, x);

/** Windows of three words. */
const phrases: Body = (place, x) =>
  place(conv1d, { filters: 256, kernelSize: 3, activation: 'relu' }, place(dropout, { rate: 0.2 }, x));

/** The strongest answer of every filter wherever it stands, then a hidden layer. */
export const textCnn: Body = (place, x) =>
  place(dropout, { rate: 0.2 }, hidden(128)(place, place(globalMaxPooling1d, {}, phrases(place, x))));

/** Phrases first, then read in order. */
export const textRnnCnn: Body = (place, x) =>
  textRnn(place, place(maxPooling1d, { poolSize: 4, strides: 4 }, phrases(place, x)));

/** Word indices below `vocabulary` as vectors of 128 numbers. */
export const words =
  (vocabulary: number): Body =>
  (place, x) =>
    place(embedding, { inputDim: vocabulary, outputDim: 128 }, x);
