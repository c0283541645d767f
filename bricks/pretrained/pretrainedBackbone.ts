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
  docs: backboneWords,
  examples: [
    { params: {}, in: [[224, 224, 3]], out: [7, 7, 512], weights: 14_714_688 },
    { params: { pooling: 'avg' }, in: [[64, 48, 3]], out: [512], weights: 14_714_688 },
    { params: { includeTop: true, classes: 10 }, in: [[32, 32, 3]], out: [10], weights: 33_638_218 },
  ],
});
