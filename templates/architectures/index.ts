import type { AnyTemplate } from '../../src/document/template';
import digitsBackbone from './digitsBackbone';
import inceptionV3 from './inceptionV3';
import mobilenet from './mobilenet';
import mobilenetV2 from './mobilenetV2';
import resnet50 from './resnet50';
import vgg16 from './vgg16';
import vgg19 from './vgg19';
import xception from './xception';

/** Whole architectures in the gallery's order; backbones of other models besides. */
export const architectures: readonly AnyTemplate[] = [
  vgg16,
  vgg19,
  resnet50,
  mobilenet,
  mobilenetV2,
  inceptionV3,
  xception,
  digitsBackbone,
];
