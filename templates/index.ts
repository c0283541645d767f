import type { AnyTemplate } from '../src/document/template';
import { architectures } from './architectures/index';
import digits from './digits';
import digitsTransfer from './digitsTransfer';
import lenet5 from './lenet5';
import mlp from './mlp';
import { recipes } from './recipes/index';
import residual from './residual';
import transfer from './transfer';
import vgg16Transfer from './vgg16Transfer';

export { library } from './library';

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
