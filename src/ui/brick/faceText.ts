import type { AnyBrick } from '../../brick/brick';
import type { LayerValue } from '../../brick/fields';
import { type Shape, shapeText } from '../../brick/shape';
import type { Library } from '../../document/template';
import { joinFacts } from './fitText';

const counts = new Intl.NumberFormat('en-US');

/** `14714688` → `14,714,688`, the same in both languages. */
export function countText(count: number): string {
  return counts.format(count);
}

/** A parameter's value as it is said on a brick: `64`, `3×3`, `same`, `224×224×3`. */
export function valueText(kind: string, value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (kind === 'shape' && Array.isArray(value)) return shapeText(value as Shape);
  if ((kind === 'sides' || kind === 'solidSides') && Array.isArray(value))
    return alike(
      value.map((side: unknown) => valueText('side', side)),
      ', ',
    );
  if (kind === 'numbers' && Array.isArray(value))
    return value.length > 4 ? `${value.slice(0, 2).join(', ')} … ${value.at(-1)}` : value.join(', ');
  if (Array.isArray(value)) {
    const parts = value.map(String);
    return kind === 'side' ? alike(parts, '×') : parts.join('×');
  }
  if (typeof value === 'object') return 'name' in value ? String(value.name) : '';
  return String(value);
}

/** Equal sides are said once. */
function alike(parts: readonly string[], between: string): string {
  return parts.every((part) => part === parts[0]) ? (parts[0] ?? '') : parts.join(between);
}

/** Values that change nothing are not said. */
const silent: readonly string[] = ['linear', 'none'];

/**
 * The facts on a brick: its Keras class with the parameter that matters most, then the next ones, e.g.
 * `Conv2D 64`, `3×3`; around another brick what is inside, which `bricks` knows,
 * and then the class. A brick without any says what it gives out: `Flatten`, `→ 1600`. A toggle is named only when on.
 */
export function faceFacts(
  brick: AnyBrick,
  params: Readonly<Record<string, unknown>>,
  shape?: Shape,
  bricks: Library['bricks'] = {},
): string[] {
  const values = brick.face.flatMap((name) => {
    const field = brick.params[name];
    const value = params[name] ?? field?.initial;
    if (field?.kind === 'toggle') return value === true ? [name] : [];
    if (!brick.thin && silent.includes(String(value))) return [];
    if (field?.kind === 'layer') return [innerText(value as LayerValue, bricks)];
    return [valueText(field?.kind ?? '', value)];
  });
  const layer = brick.inputs === 0 || brick.thin ? '' : brick.layer.keras;
  if (brick.wraps) return [...values, layer];
  const [first, ...rest] = values;
  if (first !== undefined) return [`${layer} ${first}`.trim(), ...rest];
  return shape === undefined ? [brick.layer.keras] : [brick.layer.keras, `→ ${shapeText(shape)}`];
}

/** A brick inside a brick: `Conv2D 32`. */
function innerText({ type, params }: LayerValue, bricks: Library['bricks']): string {
  const inner = Object.hasOwn(bricks, type) ? bricks[type] : undefined;
  if (!inner) return type;
  return inner.face.length === 0 ? inner.layer.keras : (faceFacts(inner, params)[0] ?? type);
}

/** The facts as one line. */
export function faceText(brick: AnyBrick, params: Readonly<Record<string, unknown>>, shape?: Shape): string {
  return joinFacts(faceFacts(brick, params, shape));
}

/** The second line: the number of parameters, or nothing where there are none. */
export function parametersText(parameters: number | undefined): string {
  return parameters === undefined || parameters === 0 ? '' : countText(parameters);
}

const longestShared = 10;

/** In place of the number: `= encoder`, the brick whose layer this one calls once more. */
export function sharedText(first: string): string {
  return `= ${first.length > longestShared ? `${first.slice(0, longestShared - 1)}…` : first}`;
}
