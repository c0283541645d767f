import { defineBrick } from '../../src/brick/brick';
import type { Arguments } from '../../src/brick/call';
import { weightsSources } from '../../src/brick/layers/weightsSources';
import { backboneWords } from '../../src/brick/layers/backboneWords';
import { choice, integer, number, toggle } from '../../src/brick/fields';
import { selectionFields, withoutSelection } from '../../src/brick/layerSelection';
import { needsPicture } from '../../src/brick/shape';
import { shownWith, text } from '../../src/brick/textFields';

export default defineBrick({
  type: 'pretrainedBackbone',
  category: 'pretrained',
  layer: { tfjs: 'model', keras: 'Functional' },
  page: '',
  also: '백본, 전이 학습, 사전 학습, 사전 훈련, 사전 학습 모델, transfer learning, pretrained, VGG, ResNet, MobileNet',
  inputs: 1,
  params: {
    // A library offers those that it has.
    architecture: text('vgg16', /^[\w-]+$/),
    weights: choice(weightsSources, 'random'),
    weightsFile: shownWith(text('', /^([0-9a-f]{64})?$/), 'weights', 'file'),
    includeTop: toggle(false),
    pooling: choice(['none', 'avg', 'max'], 'none'),
    classes: integer(1000),
    alpha: number(1, { min: 0.1, max: 4, step: 0.05, advanced: true }),
    ...selectionFields,
  },
  face: ['architecture', 'weights'],
  everyday: true,
  // The shape that comes out is the nested model's, which `compile` builds; here only the picture is checked.
  shape: ([x]) => needsPicture(x),
  nested: ({ architecture, weights, weightsFile, includeTop, pooling, classes, alpha, ...trains }, [x]) => ({
    architecture,
    options: { includeTop, pooling, classes, inputShape: needsPicture(x), alpha },
    weights,
    weightsFile,
    trains,
  }),
  args({ weights }, _inputs, { weightsFile, ...plain }) {
    return withoutSelection(weights === 'file' ? { ...plain, weightsFile: weightsFile! } : plain);
  },
  // Where the weights start, the printer knows: it may be a path. Of these the architecture takes those it has.
  kerasArgs({ includeTop, pooling, classes, alpha }, [x]): Arguments {
    const end: Arguments = includeTop ? { classes } : { pooling: pooling === 'none' ? null : pooling };
    return { includeTop, inputShape: needsPicture(x), alpha, ...end };
  },
  docs: {
    en: {
      name: 'Backbone',
      about:
        'A complete well-known model as one brick, for transfer learning. Add your own head after it. ' +
        'Its weights can be random, trained on ImageNet or on digits, or loaded from your own file.',
      params: backboneWords.en,
    },
    ko: {
      name: '백본',
      about:
        '전이 학습을 위해 잘 알려진 모델 전체를 브릭 하나로 써요. 뒤에 새 헤드를 붙이세요. ' +
        '가중치는 무작위 값, ImageNet이나 숫자 데이터로 학습된 값, 또는 직접 선택한 파일에서 시작해요.',
      params: backboneWords.ko,
    },
  },
  examples: [
    { params: {}, in: [[224, 224, 3]], out: [7, 7, 512], weights: 14_714_688 },
    { params: { pooling: 'avg' }, in: [[64, 48, 3]], out: [512], weights: 14_714_688 },
    { params: { includeTop: true, classes: 10 }, in: [[32, 32, 3]], out: [10], weights: 33_638_218 },
  ],
});
