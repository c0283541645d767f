import { defineBrick } from '../../src/brick/brick';
import type { Arguments } from '../../src/brick/call';
import { elements, needsRank } from '../../src/brick/shape';

export default defineBrick({
  type: 'flatten',
  category: 'shape',
  layer: { tfjs: 'flatten', keras: 'Flatten' },
  page: 'reshaping_layers/flatten',
  also: '펼치기, 평탄화, 일렬로, 플래튼, 한 줄로',
  drawing: 'flattening',
  inputs: 1,
  params: {},
  face: [],
  everyday: true,
  offered: 1,
  traits: (_, [x]) => ({
    passesValues: true,
    // tf.layers.flatten refuses a vector; Keras lets it through.
    ...(x?.length === 1 &&
      x[0] !== null && { standIn: { tfjs: 'reshape', class: 'Reshape', args: { targetShape: x } } }),
  }),
  shape: ([x]) => [elements(needsRank(x, 1, 2, 3, 4, 5))],
  // tf.layers.flatten refuses an axis that is only known with the data.
  own: (_, [x]) => (elements(x!) === null ? 'shape/openShape' : null),
  args: (_, [x]): Arguments => (elements(x!) === null ? { targetShape: [null] } : {}),
  kerasArgs: () => ({}),
  docs: {
    en: { name: 'Flatten', about: 'Flattens a feature map into one long vector for Dense.', params: {} },
    ko: { name: 'Flatten', about: 'Dense가 받을 수 있도록 특성 맵을 1차원으로 펼쳐요.', params: {} },
  },
  examples: [
    { params: {}, in: [[7, 7, 512]], out: [25_088], weights: 0 },
    { params: {}, in: [[5, 4]], out: [20], weights: 0 },
    { params: {}, in: [[9]], out: [9], weights: 0 },
    { params: {}, in: [[null, 4]], out: [null], weights: 0 },
  ],
});
