import type { AnyBrick } from '../brick/brick';
import type { Argument, Arguments } from '../brick/call';
import type { Field } from '../brick/fields';
import { type Named, type NamedRole, namedTables } from '../brick/named';
import type { Node } from '../document/document';
import type { Problems } from './issue';

const isNamed = (kind: Field['kind']): kind is NamedRole => Object.hasOwn(namedTables, kind);

/** What a field allows, as short text: `1 … 1000000`, `valid | same`. */
export function allowedText({ kind, min, max, options }: Field): string {
  if (options) return options.join(' | ');
  if (kind === 'toggle') return 'true | false';
  if (kind === 'text') return 'SHA-256';
  if (kind === 'layerName') return '"…"';
  if (kind === 'layerNames') return '["…", …]';
  const range = `${min} … ${max}`;
  if (kind === 'pair' || kind === 'range') return `[${range}, ${range}]`;
  if (kind === 'triple') return `[${range}, ${range}, ${range}]`;
  if (kind === 'sides') return `[[${range}, ${range}], [${range}, ${range}]]`;
  if (kind === 'solidSides') return `[[${range}, ${range}], [${range}, ${range}], [${range}, ${range}]]`;
  if (kind === 'shape' || kind === 'axes' || kind === 'numbers') return `[${range}, …]`;
  return range;
}

type Checked = { readonly params: Record<string, unknown> } | { readonly problem: Problems['parameter'] };

/** Documents are immutable: parameters that did not change are not checked again at the next keystroke. */
const known = new WeakMap<Node['params'], { readonly brick: AnyBrick; readonly checked: Checked }>();

/** Checked parameters of a node; a parameter the file lacks gets its initial value, one the brick lacks is an error. */
export function checkParams(brick: AnyBrick, { params }: Pick<Node, 'params'>): Checked {
  const before = known.get(params);
  if (before?.brick === brick) return before.checked;
  const checked = check(brick, params);
  known.set(params, { brick, checked });
  return checked;
}

function check(brick: AnyBrick, given: Node['params']): Checked {
  const params: Record<string, unknown> = {};
  for (const [param, field] of Object.entries(brick.params)) {
    const value = Object.hasOwn(given, param) ? given[param] : field.initial;
    const parsed = field.schema.safeParse(value);
    if (!parsed.success) return { problem: { param, value: valueText(value), allowed: allowedText(field) } };
    params[param] = parsed.data;
  }
  const stranger = Object.keys(given).find((param) => !Object.hasOwn(brick.params, param));
  if (stranger === undefined) return { params };
  const allowed = Object.keys(brick.params).join(' | ');
  return { problem: { param: stranger, value: valueText(given[stranger]), allowed } };
}

const longestText = 80;

/** A value as short text; JSON has no word for NaN and infinity. */
export function valueText(value: unknown): string {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'number' && !Number.isFinite(part) ? String(part) : part,
  );
  const short = typeof value === 'number' ? String(value) : (text ?? 'undefined');
  return short.length > longestText ? `${short.slice(0, longestText)}…` : short;
}

/** Parameters as arguments: named choices carry their role and all of their settings, `none` becomes null. */
export function argumentsOf(brick: AnyBrick, params: Readonly<Record<string, unknown>>): Arguments {
  return Object.fromEntries(
    Object.entries(brick.params).map(([name, field]) => {
      if (!isNamed(field.kind)) return [name, params[name] as Argument];
      const { name: choice, ...settings } = params[name] as Named;
      const whole = { ...namedTables[field.kind][choice], ...settings };
      return [name, choice === 'none' ? null : { role: field.kind, name: choice, settings: whole }];
    }),
  );
}
