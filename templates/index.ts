import { brickList } from '../bricks/index';
import { libraryOf } from '../src/document/library';
import type { AnyTemplate, Library } from '../src/document/template';
import digits from './digits';
import digitsBackbone from './digitsBackbone';
import digitsTransfer from './digitsTransfer';
import inceptionV3 from './inceptionV3';
import lenet5 from './lenet5';
import mlp from './mlp';
import mobilenet from './mobilenet';
import mobilenetV2 from './mobilenetV2';
import { recipes } from './recipes/index';
import residual from './residual';
import resnet50 from './resnet50';
import transfer from './transfer';
import vgg16 from './vgg16';
import vgg16Transfer from './vgg16Transfer';
import vgg19 from './vgg19';
import xception from './xception';

/** All templates in the gallery's order; the first is the one a new person starts with. */
export const templates: readonly AnyTemplate[] = [
  digits,
  mlp,
  lenet5,
  residual,
  digitsTransfer,
  transfer,
  vgg16Transfer,
  ...recipes,
  vgg16,
  vgg19,
  resnet50,
  mobilenet,
  mobilenetV2,
  inceptionV3,
  xception,
  digitsBackbone,
];

/** Everything the compiler needs besides a document. */
export const library: Library = libraryOf(brickList, templates);
