import inputText from '../../bricks/data/inputText';
import type { Dimension } from '../../src/brick/shape';
import { words } from './bodies';
import { text } from './kinds';
import { type Recipe, type Task, adam, recipesFor } from './recipe';

/** How long the texts are, how many different words they have, and how many parameters each recipe comes to. */
interface Texts {
  readonly length: number;
  readonly vocabulary: number;
  readonly first: number;
  readonly weights: Readonly<Record<keyof typeof text, number>>;
}

/** The four recipes for texts; the RNN takes a text of any length. */
function textRecipes(task: Task, { length, vocabulary, first, weights }: Texts) {
  const recipe = (kind: keyof typeof text, number: number, steps: Dimension): Recipe => ({
    ...text[kind],
    number,
    input: (place) => words(vocabulary)(place, place(inputText, { shape: [steps] })),
    weights: weights[kind],
  });
  return recipesFor(task, [
    recipe('mlp', first, length),
    recipe('rnn', first + 1, null),
    recipe('cnn', first + 2, length),
    recipe('rnnCnn', first + 3, length),
  ]);
}

/** Recipes 22–25: one of two answers from a text. */
export const textToYesNo = textRecipes(
  {
    group: 'textToYesNo',
    name: { en: 'Text → yes or no', ko: '텍스트 → 예/아니요' },
    about: { en: 'Decides whether a film review is positive.', ko: '영화 리뷰가 긍정적인지 판별해요.' },
    output: { units: 1, activation: 'sigmoid' },
    training: { dataset: 'reviews', loss: 'binaryCrossentropy', batchSize: 32, epochs: 4 },
  },
  {
    length: 200,
    vocabulary: 20_000,
    first: 22,
    weights: { mlp: 9_114_113, rnn: 2_691_713, cnn: 2_691_585, rnnCnn: 2_855_809 },
  },
);

/** Recipes 26–29: one of 46 subjects from a text. */
export const textToClasses = textRecipes(
  {
    group: 'textToClasses',
    name: { en: 'Text → classes', ko: '텍스트 → 클래스' },
    about: { en: 'Classifies a message into one of 46 topics.', ko: '글을 46개의 주제 중 하나로 분류해요.' },
    output: { units: 46, activation: 'softmax' },
    training: {
      dataset: 'topics',
      loss: 'sparseCategoricalCrossentropy',
      optimizer: adam(0.002),
      batchSize: 32,
      epochs: 6,
    },
  },
  {
    length: 120,
    vocabulary: 15_000,
    first: 26,
    weights: { mlp: 5_864_238, rnn: 2_057_518, cnn: 2_057_390, rnnCnn: 2_221_614 },
  },
);
