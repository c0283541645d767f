import type { AnyBrick, Argument, Arguments } from '../brick/brick';
import type { Field } from '../brick/fields';
import { type Named, type NamedRole, namedTables } from '../brick/named';
import type { Node } from '../document/document';
import type { Problems } from './issue';

const isNamed = (kind: Field['kind']): kind is NamedRole => Object.hasOwn(namedTables, kind);

/** What a field allows, as short text: `1 … 1000000`, `valid | same`. */
export function allowedText({ kind, min, max, options }: Field): string {
  if (options) return options.join(' | ');
  if (kind === 'toggle') return 'true | false';
  const range = `${min} … ${max}`;
  if (kind === 'pair') return `[${range}, ${range}]`;
  if (kind === 'sides') return `[[${range}, ${range}], [${range}, ${range}]]`;
  if (kind === 'shape') return `[${range}, …]`;
  return range;
}

/** Checked parameters of a node; a parameter the file lacks gets its initial value, one the brick lacks is an error. */
export function checkParams(
  brick: AnyBrick,
  node: Node,
): { params: Record<string, unknown> } | { problem: Problems['parameter'] } {
  const params: Record<string, unknown> = {};
  for (const [param, field] of Object.entries(brick.params)) {
    const given = node.params[param];
    const parsed = field.schema.safeParse(given === undefined ? field.initial : given);
    if (!parsed.success) {
      return { problem: { param, value: JSON.stringify(given) ?? 'undefined', allowed: allowedText(field) } };
    }
    params[param] = parsed.data;
  }
  return { params };
}

/** Parameters as arguments: named choices carry their role, `none` becomes null. */
export function argumentsOf(brick: AnyBrick, params: Readonly<Record<string, unknown>>): Arguments {
  return Object.fromEntries(
    Object.entries(brick.params).map(([name, field]) => {
      if (!isNamed(field.kind)) return [name, params[name] as Argument];
      const { name: choice, ...settings } = params[name] as Named;
      return [name, choice === 'none' ? null : { role: field.kind, name: choice, settings }];
    }),
  );
}
