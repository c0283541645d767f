import inputSequence from '../../bricks/data/inputSequence';
import inputVector from '../../bricks/data/inputVector';
import { series } from './kinds';
import { adam, recipesFor } from './recipe';

const lookBack = 40;
/** A stateful layer needs one size of batch; the samples come one by one and in order. */
const oneByOne = { batchSize: 1, shuffle: false, epochs: 1 };

/** Recipes 18–21: the next value of a time series. */
export const seriesToNumber = recipesFor(
  {
    group: 'seriesToNumber',
    name: { en: 'Time series → number', ko: '시계열 → 수치' },
    about: { en: 'Predicts the next value of a wave.', ko: '파형의 다음 값을 예측해요.' },
    output: { units: 1, activation: 'linear' },
    training: { dataset: 'wave', loss: 'meanSquaredError', optimizer: adam(0.003), batchSize: 32, epochs: 20 },
  },
  [
    {
      number: 18,
      ...series.mlp,
      input: (place) => place(inputVector, { shape: [lookBack] }),
      weights: 3457,
    },
    { number: 19, ...series.rnn, input: (place) => place(inputSequence, { shape: [null, 1] }), weights: 4385 },
    {
      number: 20,
      ...series.stateful,
      input: (place) => place(inputSequence, { shape: [lookBack, 1], batchSize: 1 }),
      weights: 4385,
      training: oneByOne,
    },
    {
      number: 21,
      ...series.stacked,
      input: (place) => place(inputSequence, { shape: [lookBack, 1], batchSize: 1 }),
      weights: 21_025,
      training: oneByOne,
    },
  ],
);
