import { bricks } from '../bricks/index';
import type { AnyTemplate, Library } from '../src/document/template';
import digits from './digits';
import lenet5 from './lenet5';
import mlp from './mlp';
import residual from './residual';
import vgg16 from './vgg16';

/** All templates in the gallery's order; the first is the one a new person starts with. */
export const templates: readonly AnyTemplate[] = [digits, vgg16, mlp, lenet5, residual];

/** Everything the compiler needs besides a document. */
export const library: Library = {
  bricks,
  architectures: Object.fromEntries(
    templates.filter(({ backbone }) => backbone).map((template) => [template.id, template]),
  ),
};
