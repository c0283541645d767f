import type { Nested } from '../../brick/brick';
import { type Shape, ShapeError } from '../../brick/shape';
import type { Document } from '../../document/document';
import { type ArchitectureTemplate, buildTemplate } from '../../document/template';
import type { Plan } from '../plan';

/** Plans of architectures already built, by options: typing in the head must not rebuild the backbone. */
const built = new WeakMap<ArchitectureTemplate, Map<string, Plan>>();
const mostBuilt = 50;

/**
 * The plan of an architecture with its options for a picture of this shape.
 * Throws `ShapeError('pictureTooSmall' | 'parameterMismatch')`.
 */
export function nestedPlan(
  template: ArchitectureTemplate,
  options: Nested['options'],
  x: Shape,
  compile: (document: Document) => Plan,
): Plan {
  const { minimum } = template.architecture;
  if (x.slice(0, 2).some((size) => size !== null && size < minimum)) {
    throw new ShapeError('pictureTooSmall', { shape: x, minimum });
  }
  const key = JSON.stringify(options);
  const plans = built.get(template) ?? new Map<string, Plan>();
  built.set(template, plans);
  const known = plans.get(key);
  if (known) return known;
  for (const [param, value] of Object.entries(options)) {
    if (template.options[param]?.schema.safeParse(value).success) continue;
    throw new ShapeError('parameterMismatch', { param, value: JSON.stringify(value), allowed: '1 … 1000000' });
  }
  const plan = compile(buildTemplate(template, options));
  if (plans.size >= mostBuilt) plans.clear();
  plans.set(key, plan);
  return plan;
}
