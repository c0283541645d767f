import { type Arguments, defineBrick } from '../src/brick/brick';
import { choice, integer, number, toggle } from '../src/brick/fields';
import { type Shape, ShapeError, needsImage } from '../src/brick/shape';

/** Height, width and channels of the picture; a backbone is built for one size. Throws `ShapeError('unknownAxis')`. */
function picture(x: Shape | undefined): readonly [number, number, number] {
  const [height, width, channels] = needsImage(x);
  if (height === null) throw new ShapeError('unknownAxis', { axis: 0, shape: x! });
  if (width === null) throw new ShapeError('unknownAxis', { axis: 1, shape: x! });
  return [height, width, channels];
}

/** Architectures that can be made narrower or wider. */
const scalable: readonly string[] = ['mobilenet', 'mobilenet-v2'];

export default defineBrick({
  type: 'pretrainedBackbone',
  category: 'pretrained',
  layer: { tfjs: 'model', keras: 'Functional' },
  page: '',
  inputs: 1,
  params: {
    architecture: choice(
      ['vgg16', 'vgg19', 'resnet50', 'mobilenet', 'mobilenet-v2', 'inception-v3', 'xception'],
      'vgg16',
    ),
    weights: choice(['random'], 'random'),
    includeTop: toggle(false),
    pooling: choice(['none', 'avg', 'max'], 'none'),
    classes: integer(1000),
    alpha: number(1, { min: 0.1, max: 4, step: 0.05, advanced: true }),
  },
  face: ['architecture', 'weights'],
  // The shape that comes out is the nested model's, which `compile` builds; here only the picture is checked.
  shape: ([x]) => picture(x),
  nested: ({ architecture, includeTop, pooling, classes, alpha }, [x]) => ({
    architecture,
    options: {
      includeTop,
      pooling,
      classes,
      inputShape: picture(x),
      ...(scalable.includes(architecture) ? { alpha } : {}),
    },
  }),
  kerasArgs({ architecture, includeTop, pooling, classes, alpha }, [x]): Arguments {
    const end: Arguments = includeTop ? { classes } : { pooling: pooling === 'none' ? null : pooling };
    const width: Arguments = scalable.includes(architecture) ? { alpha } : {};
    return { includeTop, weights: null, inputShape: picture(x), ...width, ...end };
  },
  docs: {
    en: {
      name: 'Backbone',
      about:
        'A whole known model as one brick, for transfer learning: put your own head behind it. ' +
        'Its weights are random for now; pretrained ones come in a later version.',
      params: {
        architecture:
          'Which model. VGG and ResNet50 were trained on blue-green-red pictures with the mean taken away (caffe), the ' +
          'others on values from −1 to 1 (tf)',
        weights: 'random: not trained yet (pretrained weights come in a later version)',
        includeTop: 'With its own dense layers and classes at the end',
        pooling: 'Without the top: how the last feature map becomes a vector (none, mean or maximum per channel)',
        classes: 'With the top: how many classes it tells apart',
        alpha: 'MobileNet and MobileNetV2: factor on the channels of every layer; the others leave it out',
      },
    },
    ko: {
      name: '백본',
      about:
        '전이 학습을 위해 잘 알려진 모델 전체를 브릭 하나로 씁니다. 뒤에 새 분류기를 붙입니다. ' +
        '지금은 가중치가 무작위이며, 사전 학습된 가중치는 다음 버전에서 제공합니다.',
      params: {
        architecture:
          '사용할 모델. VGG와 ResNet50은 BGR 순서에서 평균을 뺀 영상(caffe)으로, ' +
          '나머지는 −1에서 1 사이의 값(tf)으로 학습되었습니다',
        weights: 'random: 아직 학습되지 않음 (사전 학습된 가중치는 다음 버전에서 제공)',
        includeTop: '모델 본래의 전결합층과 분류 출력을 포함',
        pooling: '분류기를 뺄 때 마지막 특징맵을 벡터로 바꾸는 방법 (없음, 채널별 평균, 채널별 최댓값)',
        classes: '분류기를 포함할 때 구분할 클래스 수',
        alpha: 'MobileNet과 MobileNetV2에서 모든 레이어의 채널 수에 곱하는 값. 다른 모델에는 쓰지 않음',
      },
    },
  },
  examples: [
    { params: {}, in: [[224, 224, 3]], out: [7, 7, 512], weights: 14_714_688 },
    { params: { pooling: 'avg' }, in: [[64, 48, 3]], out: [512], weights: 14_714_688 },
    { params: { includeTop: true, classes: 10 }, in: [[32, 32, 3]], out: [10], weights: 33_638_218 },
    { params: { architecture: 'vgg19' }, in: [[48, 64, 3]], out: [1, 2, 512], weights: 20_024_384 },
    { params: { architecture: 'resnet50', pooling: 'max' }, in: [[64, 64, 3]], out: [2048], weights: 23_587_712 },
    {
      params: { architecture: 'mobilenet', alpha: 0.25, pooling: 'avg' },
      in: [[128, 128, 3]],
      out: [256],
      weights: 218_544,
    },
    { params: { architecture: 'mobilenet-v2' }, in: [[96, 96, 3]], out: [3, 3, 1280], weights: 2_257_984 },
    { params: { architecture: 'inception-v3' }, in: [[299, 299, 3]], out: [8, 8, 2048], weights: 21_802_784 },
    { params: { architecture: 'xception' }, in: [[299, 299, 3]], out: [10, 10, 2048], weights: 20_861_480 },
  ],
});
