import { compile } from '../../compile/compile';
import type { Plan } from '../../compile/plan';
import { type AnyTemplate, type Library, buildTemplate } from '../../document/template';
import type { WeightsEntry } from '../../pretrained/catalogue';

/** A whole architecture that starts from a file of the catalogue. */
export function entryPlan(template: AnyTemplate, entry: WeightsEntry, library: Library): Plan {
  const { architecture, includeTop, alpha, size } = entry;
  const width = 'alpha' in template.options ? { alpha } : {};
  const document = buildTemplate(template, { includeTop, inputShape: [size, size, 3], ...width });
  const weights = { source: 'imagenet', architecture, includeTop, alpha, file: '' } as const;
  return compile({ ...document, weights }, library);
}
