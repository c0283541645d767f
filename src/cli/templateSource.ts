import { compile } from '../compile/compile';
import type { Plan } from '../compile/plan';
import type { Document } from '../document/document';
import { type AnyTemplate, isArchitecture } from '../document/template';
import { ShapeError } from '../brick/shape';
import { templateDocument } from '../layout/templateDocument';
import { library } from '../../templates/index';
import { unpublished } from './ownWeights';
import { type Flags, optionsFrom } from './templateOptions';

type Options = Readonly<Record<string, unknown>>;

/** Is it the word for the weights that are published, not a file? `--weights imagenet` */
export const isPublishedStart = (template: AnyTemplate | undefined, weights: Flags[string]): boolean =>
  template !== undefined && isArchitecture(template) && template.architecture.source === weights;

/**
 * A template that starts from weights: pictures are prepared as those of its architecture were, and with the published
 * form it answers with ImageNet's classes. Other weights than published ones have nothing but that preparation. Throws
 * `CommandError` where published weights are named that do not exist for the options.
 */
function started(template: AnyTemplate, options: Options, weights: string): Document {
  if (!isArchitecture(template)) return templateDocument(template, options, library);
  const { preprocessing, source } = template.architecture;
  try {
    return templateDocument(template, options, library, source);
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    if (isPublishedStart(template, weights)) throw unpublished(template);
    const document = templateDocument(template, options, library);
    return { ...document, training: { ...document.training, preprocessing } };
  }
}

/** A template by its flags, `--weights` among them. Throws `CommandError`. */
export function templateSource(
  template: AnyTemplate,
  flags: Flags,
): { readonly document: Document; readonly plan: Plan } {
  const options = optionsFrom(template, flags);
  const { weights } = flags;
  const document =
    typeof weights === 'string' ? started(template, options, weights) : templateDocument(template, options, library);
  return { document, plan: compile(document, library) };
}
