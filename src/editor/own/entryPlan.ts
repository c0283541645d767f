import { compile } from '../../compile/compile';
import type { Plan } from '../../compile/plan';
import { type AnyTemplate, type Library, buildTemplate, optionsOf } from '../../document/template';
import type { WeightsEntry } from '../../document/architecture';

/** A whole architecture that starts from a file of the catalogue. */
export function entryPlan(template: AnyTemplate, entry: WeightsEntry, library: Library): Plan {
  const { architecture, includeTop, alpha, size } = entry;
  const options = { includeTop, inputShape: [size, size, 3], alpha };
  const document = buildTemplate(template, optionsOf<unknown>(template, options));
  const weights = { source: 'imagenet', architecture, includeTop, alpha, file: '' } as const;
  return compile({ ...document, weights }, library);
}
