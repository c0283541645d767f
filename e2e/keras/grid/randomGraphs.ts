import { derivedSeed, randomNumbers } from '../../../src/data/random';
import type { Place } from '../../../src/document/template';
import { type Titled, titled } from '../cases/documents';
import { plainSteps } from './maskedGraphs';
import { type Part, put, putAll } from './parts';

const steps = 5;
const features = 4;

/** One value in, one of the same shape out. */
const changes: readonly Part[] = [
  ['dense', { units: features, activation: 'tanh' }],
  ['leakyReLU'],
  ['layerNormalization'],
  ['batchNormalization'],
  ['gru', { units: features, returnSequences: true }],
  ['bidirectional', { layer: { type: 'lstm', params: { units: 2, returnSequences: true } } }],
  ['conv1d', { filters: features, kernelSize: 3, padding: 'same' }],
  ['timeDistributed', { layer: { type: 'dense', params: { units: features } } }],
  ['masking'],
];

/** Two or three values in, any of them twice or thrice; a part of the result brings its shape back. */
const merges: readonly { readonly merge: Part; readonly after?: Part; readonly most: number }[] = [
  { merge: ['add'], most: 3 },
  { merge: ['subtract'], most: 2 },
  { merge: ['multiply'], most: 3 },
  { merge: ['average'], most: 3 },
  { merge: ['maximum'], most: 3 },
  { merge: ['minimum'], most: 3 },
  { merge: ['concatenate'], after: ['dense', { units: features }], most: 3 },
  { merge: ['dot', { axes: [2, 2] }], after: ['dense', { units: features }], most: 2 },
];

const ends: readonly (readonly Part[])[] = [
  [['globalAveragePooling1d']],
  [['lstm', { units: 3 }]],
  [['flatten']],
  [['batchNormalization'], ['globalAveragePooling1d']],
];

/**
 * A graph that depends on its number only: texts with a mask and without one, values changed and merged, often a value
 * with itself, while others go on reading it.
 */
export function randomGraph(number: number): Titled {
  const random = randomNumbers(derivedSeed(1, `graph ${number}`));
  const below = (count: number) => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  return titled(
    `graph ${number}`,
    (place: Place) => {
      const texts = ['left', 'right'].map((name) => put(place, ['inputText', { shape: [steps] }], [], name));
      const embedded = texts.map((text, index) =>
        put(place, ['embedding', { inputDim: 5, outputDim: features, maskZero: index === 0 || random() < 0.6 }], text),
      );
      const values = [...embedded];
      const unread = new Set(values);
      const read = (value: string) => {
        unread.delete(value);
        return value;
      };
      const add = (value: string) => {
        values.push(value);
        unread.add(value);
      };
      for (let left = 3 + below(4); left > 0; left--) {
        if (random() < 0.35) {
          add(put(place, pick(changes), read(pick(values))));
          continue;
        }
        const { merge, after, most } = pick(merges);
        const count = 2 + below(most - 1);
        const given = [pick(values)];
        while (given.length < count) given.push(random() < 0.5 ? pick(given) : pick(values));
        given.forEach(read);
        add(putAll(place, after ? [after] : [], put(place, merge, given)));
      }
      const last = [...unread];
      const whole = last.length === 1 ? last[0]! : put(place, ['concatenate'], last);
      putAll(place, [...pick(ends), ['dense', { units: 3, activation: 'softmax' }]], whole);
    },
    plainSteps,
  );
}

/** So many of them. */
export const randomGraphs = (count: number): readonly Titled[] =>
  Array.from({ length: count }, (_, number) => randomGraph(number));

/** Merges of vectors and pictures that read one value twice or thrice, alone and while others read it too. */
export const repeatedGraphs: readonly Titled[] = merges
  .filter(({ merge: [type] }) => type !== 'dot')
  .flatMap(({ merge, most }) =>
    (['alone', 'before', 'behind'] as const).map((readers) =>
      titled(`${merge[0]} of one value ${most} times, read ${readers}`, (place) => {
        const input = put(place, ['inputVector', { shape: [6] }]);
        const x = put(place, ['dense', { units: 4, activation: 'relu' }], input);
        const whole = put(place, merge, Array<string>(most).fill(x));
        const joined =
          readers === 'alone'
            ? whole
            : put(place, ['concatenate'], readers === 'before' ? [x, whole, x] : [whole, whole, x]);
        putAll(place, [['dense', { units: 3, activation: 'softmax' }]], joined);
      }),
    ),
  );
