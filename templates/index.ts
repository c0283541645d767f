import { brickList } from '../bricks/index';
import { libraryOf } from '../src/document/library';
import type { AnyTemplate, Library } from '../src/document/template';
import { architectures } from './architectures/index';
import digits from './digits';
import digitsTransfer from './digitsTransfer';
import lenet5 from './lenet5';
import mlp from './mlp';
import { recipes } from './recipes/index';
import residual from './residual';
import transfer from './transfer';
import vgg16Transfer from './vgg16Transfer';

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
  ...architectures,
];

/** Everything the compiler needs besides a document. */
export const library: Library = libraryOf(brickList, templates);
