import type { WeightsSource } from '../brick/layers/weightsSources';
import type { Document } from '../document/document';
import { type AnyTemplate, type Library, buildTemplate, parseOptions } from '../document/template';
import { templateStart } from '../document/publishedWeights';
import { arrange } from './arrange';

/**
 * The document of a template, laid out in towers. Throws `z.core.$ZodError` for an option's value that it does not take, and
 * `ShapeError` for weights that are not published for the options.
 */
export function templateDocument(
  template: AnyTemplate,
  options: Readonly<Record<string, unknown>>,
  library: Library,
  weights: WeightsSource = 'random',
): Document {
  const start = templateStart(template, parseOptions(template, options), weights);
  const document = arrange(buildTemplate(template, options), library, 'towers');
  return start ? { ...document, weights: start } : document;
}
