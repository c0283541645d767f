import {
  type Body,
  cnn,
  deepCnn,
  hidden,
  seriesLstm,
  seriesMlp,
  textCnn,
  textMlp,
  textRnn,
  textRnnCnn,
} from './bodies';
import type { Recipe } from './recipe';

/** What a recipe is made of, whatever its task. */
type Kind = Pick<Recipe, 'name' | 'about' | 'body'>;

const nothing: Body = (_, x) => x;

const mlpWords = {
  name: { en: 'MLP', ko: 'MLP' },
  about: { en: 'One hidden layer models a nonlinear relation.', ko: '은닉층 하나로 비선형 관계를 나타내요.' },
};
const deepWords = {
  name: { en: 'deep MLP', ko: '깊은 MLP' },
  about: {
    en: 'Several hidden layers build more and more complex features.',
    ko: '은닉층을 여러 개 쌓아 점점 복잡한 특성을 만들어요.',
  },
};

export const perceptron: Kind = {
  name: { en: 'perceptron', ko: '퍼셉트론' },
  about: {
    en: 'A single layer with one weight per input.',
    ko: '층 하나로 이루어지며, 입력마다 가중치를 하나씩 곱해요.',
  },
  body: nothing,
};

export const mlp: Kind = { ...mlpWords, body: hidden(64) };
export const deepMlp: Kind = { ...deepWords, body: hidden(64, 64) };

/** Dense layers on a picture as one row of pixels; the last is linear where the answer is a number. */
export const imageMlp = (last: 'relu' | 'linear'): Kind => ({
  name: mlpWords.name,
  about: { en: 'Flattens the image into one row of pixels.', ko: '이미지를 한 줄의 픽셀로 펼쳐서 봐요.' },
  body: hidden(256, 256, [256, last]),
});

export const imageCnn: Kind = {
  name: { en: 'CNN', ko: 'CNN' },
  about: {
    en: 'Filters find features; pooling reduces the effect of small shifts.',
    ko: '필터로 특성을 찾고, 풀링으로 작은 이동의 영향을 줄여요.',
  },
  body: cnn,
};

export const imageDeepCnn: Kind = {
  name: { en: 'deep CNN', ko: '깊은 CNN' },
  about: {
    en: 'Four convolution layers, with dropout to reduce overfitting.',
    ko: '합성곱 층 네 개를 쌓고 드롭아웃으로 과대적합을 막아요.',
  },
  body: deepCnn,
};

export const series: Readonly<Record<'mlp' | 'rnn' | 'stateful' | 'stacked', Kind>> = {
  mlp: {
    name: mlpWords.name,
    about: { en: 'Sees the last 40 values at once.', ko: '최근 값 40개를 한꺼번에 봐요.' },
    body: seriesMlp,
  },
  rnn: {
    name: { en: 'RNN', ko: 'RNN' },
    about: { en: 'An LSTM reads the values one by one.', ko: 'LSTM이 값을 하나씩 차례로 읽어요.' },
    body: seriesLstm(1, false),
  },
  stateful: {
    name: { en: 'stateful RNN', ko: '상태 유지 RNN' },
    about: {
      en: 'The LSTM keeps its state from one sample to the next, so samples come one at a time.',
      ko: 'LSTM이 상태를 다음 샘플까지 유지하므로 샘플을 하나씩 읽어요.',
    },
    body: seriesLstm(1, true),
  },
  stacked: {
    name: { en: 'stateful stacked RNN', ko: '상태 유지 다층 RNN' },
    about: {
      en: 'Three LSTMs on top of each other keep their state from sample to sample.',
      ko: 'LSTM 세 개를 쌓고 상태를 다음 샘플까지 유지해요.',
    },
    body: seriesLstm(3, true),
  },
};

export const text: Readonly<Record<'mlp' | 'rnn' | 'cnn' | 'rnnCnn', Kind>> = {
  mlp: {
    name: mlpWords.name,
    about: { en: 'Flattens the word vectors into one row.', ko: '단어 벡터를 한 줄로 펼쳐서 봐요.' },
    body: textMlp,
  },
  rnn: {
    name: { en: 'RNN', ko: 'RNN' },
    about: { en: 'An LSTM reads the words one by one.', ko: 'LSTM이 단어를 하나씩 차례로 읽어요.' },
    body: textRnn,
  },
  cnn: {
    name: { en: 'CNN', ko: 'CNN' },
    about: {
      en: 'Filters look at three words at a time; only the strongest response is kept.',
      ko: '필터가 단어 세 개씩 보고 가장 강한 반응만 남겨요.',
    },
    body: textCnn,
  },
  rnnCnn: {
    name: { en: 'RNN + CNN', ko: 'RNN + CNN' },
    about: {
      en: 'Filters shorten the text to phrases, an LSTM reads those.',
      ko: '필터가 텍스트를 구절로 줄이고 LSTM이 그것을 읽어요.',
    },
    body: textRnnCnn,
  },
};
