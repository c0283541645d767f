import { defineBrick } from '../../src/brick/brick';
import { integer } from '../../src/brick/fields';
import { needsRank } from '../../src/brick/shape';

export default defineBrick({
  type: 'repeatVector',
  category: 'shape',
  layer: { tfjs: 'repeatVector', keras: 'RepeatVector' },
  page: 'reshaping_layers/repeat_vector',
  drawing: 'repeating',
  inputs: 1,
  params: { n: integer(8, { max: 100_000 }) },
  face: ['n'],
  positional: ['n'],
  traits: () => ({ range: 'kept' }),
  shape: ([x], { n }) => [n, ...needsRank(x, 1)],
  docs: {
    en: {
      name: 'RepeatVector',
      about: 'Repeats a vector to make a sequence, for example as input to a recurrent layer.',
      params: { n: 'Number of time steps in the output' },
    },
    ko: {
      name: 'RepeatVector',
      about: '벡터를 반복해 시퀀스로 만들어요. 순환층의 입력으로 쓸 수 있어요.',
      params: { n: '출력할 타임스텝 수' },
    },
  },
  examples: [
    { params: {}, in: [[32]], out: [8, 32], weights: 0 },
    { params: { n: 3 }, in: [[5]], out: [3, 5], weights: 0 },
  ],
});
