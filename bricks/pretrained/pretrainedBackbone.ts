import { defineBrick } from '../../src/brick/brick';
import type { Arguments } from '../../src/brick/call';
import { weightsSources, weightsStart, widthOf } from '../../src/brick/layers/backboneWeights';
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
  inputs: 1,
  params: {
    architecture: choice(
      ['vgg16', 'vgg19', 'resnet50', 'mobilenet', 'mobilenet-v2', 'inception-v3', 'xception', 'digits-backbone'],
      'vgg16',
    ),
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
  nested({ architecture, includeTop, pooling, classes, alpha, ...others }, [x]) {
    const inputShape = needsPicture(x);
    return {
      architecture,
      options: { includeTop, pooling, classes, inputShape, ...widthOf(architecture, alpha) },
      start: weightsStart({ architecture, includeTop, classes, alpha, ...others }, inputShape),
      trains: others,
    };
  },
  args({ weights }, _inputs, { weightsFile, ...plain }) {
    return withoutSelection(weights === 'file' ? { ...plain, weightsFile: weightsFile! } : plain);
  },
  // Where the weights start, the printer knows: it may be a path.
  kerasArgs({ architecture, includeTop, pooling, classes, alpha }, [x]): Arguments {
    const end: Arguments = includeTop ? { classes } : { pooling: pooling === 'none' ? null : pooling };
    return { includeTop, weights: null, inputShape: needsPicture(x), ...widthOf(architecture, alpha), ...end };
  },
  docs: backboneWords,
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
