import type { AnyTemplate } from '../../document/template';
import type { WeightsEntry } from '../../pretrained/catalogue';

/** `MobileNet 0.25, 192×192`: what tells one file of an architecture from another. */
export function entryTitle({ title }: AnyTemplate, { alpha, size, architecture }: WeightsEntry): string {
  if (!architecture.startsWith('mobilenet')) return title;
  return `${title} ${alpha}, ${size}×${size}`;
}
