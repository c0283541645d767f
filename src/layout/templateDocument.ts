import type { Document } from '../document/document';
import { type AnyTemplate, type Library, buildTemplate } from '../document/template';
import { arrange } from './arrange';

/** The document of a template, laid out in towers. Throws `z.core.$ZodError` for an option's value that it does not take. */
export function templateDocument(
  template: AnyTemplate,
  options: Readonly<Record<string, unknown>>,
  library: Library,
): Document {
  return arrange(buildTemplate(template, options), library, 'towers');
}
