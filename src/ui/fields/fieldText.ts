import type { Field } from '../../brick/fields';

const emptyWords = ['', '–', '-', 'none', 'null'];

/** A number as people type it; `undefined` when it is none. A decimal comma is taken for a point. */
function numberFrom(text: string): number | undefined {
  const trimmed = text
    .trim()
    .replace('−', '-')
    .replace(/^([+-]?\d*),(\d+)$/, '$1.$2');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) return undefined;
  return Number(trimmed);
}

/** `3×3`, `3 x 3`, `3, 3` or `3 3` → `[3, 3]`; `?` is an unknown axis. */
function numbersFrom(text: string): (number | null)[] | undefined {
  const parts = text.trim().split(/\s*[×x*,;\s]\s*/i);
  const sizes = parts.map((part) => (part === '?' ? null : numberFrom(part)));
  return sizes.includes(undefined) ? undefined : (sizes as (number | null)[]);
}

/** The value that a text stands for, before the field's schema judges it; `undefined` when it cannot be read. */
export function valueFrom(kind: Field['kind'], text: string): unknown {
  switch (kind) {
    case 'optionalInteger':
    case 'optionalNumber':
      return emptyWords.includes(text.trim().toLowerCase()) ? null : numberFrom(text);
    case 'pair': {
      const sizes = numbersFrom(text);
      return sizes?.length === 1 ? [sizes[0], sizes[0]] : sizes;
    }
    case 'triple': {
      const sizes = numbersFrom(text);
      return sizes?.length === 1 ? [sizes[0], sizes[0], sizes[0]] : sizes;
    }
    case 'range': {
      if (emptyWords.includes(text.trim().toLowerCase())) return null;
      const ends = numbersFrom(text.replace(/…|\.\.+|~/g, ' '));
      const [only] = ends ?? [];
      return ends?.length === 1 && typeof only === 'number' ? [0 - Math.abs(only), Math.abs(only)] : ends;
    }
    case 'axes':
    case 'numbers':
      return emptyWords.includes(text.trim().toLowerCase()) ? [] : numbersFrom(text);
    case 'shape':
      return numbersFrom(text);
    case 'sides': {
      const sizes = numbersFrom(text);
      if (sizes?.length === 1) return [sizes, sizes].map(([size]) => [size, size]);
      if (sizes?.length === 2) return sizes.map((size) => [size, size]);
      return sizes?.length === 4 ? [sizes.slice(0, 2), sizes.slice(2)] : undefined;
    }
    case 'solidSides': {
      const sizes = numbersFrom(text);
      if (sizes?.length === 1) return [sizes, sizes, sizes].map(([size]) => [size, size]);
      if (sizes?.length === 3) return sizes.map((size) => [size, size]);
      return sizes?.length === 6 ? [sizes.slice(0, 2), sizes.slice(2, 4), sizes.slice(4)] : undefined;
    }
    case 'text':
      return text.trim();
    default:
      return numberFrom(text);
  }
}

/** A value as it stands in its text field; what the field does not allow is shown as it is saved. */
export function textOf(kind: Field['kind'], value: unknown): string {
  if (value === null || value === undefined) return '';
  if ((kind === 'sides' || kind === 'solidSides') && Array.isArray(value)) return value.flat().map(sizeText).join(', ');
  if ((kind === 'axes' || kind === 'numbers') && Array.isArray(value)) return value.map(sizeText).join(', ');
  if (kind === 'range' && Array.isArray(value)) return value.map(sizeText).join(' … ');
  if (Array.isArray(value)) return value.map(sizeText).join(' × ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const sizeText = (size: unknown) => (size === null ? '?' : String(size));

/** The value one step up or down, for the arrow keys; `undefined` where there is no next one. */
export function stepped(field: Field, value: unknown, direction: 1 | -1): unknown {
  // The numbers of a list move one by one, if at all.
  if (field.kind === 'numbers') return undefined;
  const step = (field.step ?? 1) * direction;
  // From nothing, the first step goes to the smallest value, or to zero.
  if (value === null && field.kind !== 'range') return direction === 1 ? Math.max(field.min ?? 0, 0) : undefined;
  if (field.kind === 'range') {
    const [low, high] = ((value ?? [0, 0]) as number[]).map((end, at) =>
      Number((end + (at === 0 ? -step : step)).toPrecision(12)),
    );
    return field.schema.safeParse([low, high]).success ? [low, high] : undefined;
  }
  const next = (size: unknown) => (typeof size === 'number' ? Number((size + step).toPrecision(12)) : size);
  const moved = Array.isArray(value)
    ? value.map((size) => (Array.isArray(size) ? size.map(next) : next(size)))
    : next(value);
  return field.schema.safeParse(moved).success ? moved : undefined;
}
