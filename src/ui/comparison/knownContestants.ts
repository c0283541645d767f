import { compile } from '../../compile/compile';
import type { Plan } from '../../compile/plan';
import { type AnyTemplate, type Library, buildTemplate } from '../../document/template';
import type { WeightsEntry } from '../../pretrained/catalogue';

/** `MobileNet 0.25, 192×192`: what tells one file of an architecture from another. */
export function entryTitle({ title }: AnyTemplate, { alpha, size, architecture }: WeightsEntry): string {
  if (!architecture.startsWith('mobilenet')) return title;
  return `${title} ${alpha}, ${size}×${size}`;
}

/** A whole architecture that starts from a file of the catalogue. */
export function entryPlan(template: AnyTemplate, entry: WeightsEntry, library: Library): Plan {
  const { architecture, includeTop, alpha, size } = entry;
  const width = 'alpha' in template.options ? { alpha } : {};
  const document = buildTemplate(template, { includeTop, inputShape: [size, size, 3], ...width });
  const weights = { source: 'imagenet', architecture, includeTop, alpha, file: '' } as const;
  return compile({ ...document, weights }, library);
}
