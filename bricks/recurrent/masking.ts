import { defineBrick } from '../../src/brick/brick';
import { number } from '../../src/brick/fields';
import { needsRank } from '../../src/brick/shape';

export default defineBrick({
  type: 'masking',
  category: 'recurrent',
  layer: { tfjs: 'masking', keras: 'Masking' },
  page: 'core_layers/masking',
  also: '마스킹, 마스크, mask',
  drawing: 'masked',
  inputs: 1,
  params: { maskValue: number(0, { step: 1 }) },
  face: ['maskValue'],
  ownDefaults: true,
  traits: ({ maskValue }) => ({
    mask: 'makes',
    maskLayer: { own: 'mask/anyUnlike', args: { maskValue } },
  }),
  own: () => 'recurrent/maskedSteps',
  shape: ([x]) => needsRank(x, 2, 3, 4, 5),
  docs: {
    en: {
      name: 'Masking',
      about: 'Marks the time steps where every number is the mask value: recurrent layers after it skip them.',
      params: { maskValue: 'Number that marks a step as empty' },
    },
    ko: {
      name: 'Masking',
      about: '모든 값이 마스크 값인 타임스텝을 표시해요. 뒤에 오는 순환층은 그 타임스텝을 건너뛰어요.',
      params: { maskValue: '빈 타임스텝을 나타내는 값' },
    },
  },
  examples: [
    { params: {}, in: [[10, 3]], out: [10, 3], weights: 0 },
    { params: { maskValue: -1 }, in: [[null, 2]], out: [null, 2], weights: 0 },
  ],
});
