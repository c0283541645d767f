import type { Value } from './value';

/** A float as Python writes it. */
function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return `${value}.0`;
  const text = String(value);
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

/** Longest text that is made of a value. */
const longest = 1000;

/** A value as `repr()` has it, cut where it is long. */
export function written(value: Value, depth = 0): string {
  if (depth > 8) return '…';
  const several = (items: readonly Value[]) =>
    items
      .slice(0, 50)
      .map((item) => written(item, depth + 1))
      .join(', ');
  switch (value.kind) {
    case 'number':
      return value.float ? floatText(value.value) : String(value.value);
    case 'string':
      return `'${value.value.slice(0, longest)}'`;
    case 'boolean':
      return value.value ? 'True' : 'False';
    case 'none':
      return 'None';
    case 'ellipsis':
      return '...';
    case 'list':
      return `[${several(value.items)}]`;
    case 'set':
      return `{${several(value.items)}}`;
    case 'tuple':
      return value.items.length === 1 ? `(${several(value.items)},)` : `(${several(value.items)})`;
    case 'dict':
      return `{${[...value.entries.values()]
        .slice(0, 50)
        .map(([key, each]) => `${written(key, depth + 1)}: ${written(each, depth + 1)}`)
        .join(', ')}}`;
    case 'range':
      return `range(${value.start}, ${value.stop})`;
    case 'module':
      return value.path;
    case 'function':
    case 'native':
    case 'class':
    case 'thing':
    case 'unknown':
    case 'object':
      return value.name;
    case 'instance':
      return value.class.name;
    case 'layer':
      return value.className;
    case 'array':
      return `array(${value.shape.map((size) => size ?? 'None').join(', ')})`;
    case 'tensor':
    case 'super':
    case 'slice':
      return value.kind;
  }
}

/** A value as `str()` has it. */
export function spoken(value: Value): string {
  return value.kind === 'string' ? value.value : written(value);
}

/** `{value:02d}`: what models' names use of Python's formats; others leave the value as it is spoken. */
export function formatted(value: Value, format: string, conversion = ''): string {
  const plain = conversion === 'r' ? written(value) : spoken(value);
  const parts = /^(?:(.)?([<>^]))?([+-]?)(0?)(\d*)(,?)(?:\.(\d+))?([a-zA-Z%]?)$/.exec(format);
  if (!parts || format === '') return plain;
  const [, fill = '', align = '', , zero = '', width = '', , digits, type = ''] = parts;
  const size = Math.min(Number(width), 200);
  const number = value.kind === 'number' ? value.value : null;
  const shown = number === null ? plain : numberText(number, type, digits);
  const pad = zero === '' ? fill || ' ' : '0';
  const left = align === '' ? number === null : align === '<';
  if (align === '^') return shown.padStart((shown.length + size) >> 1, pad).padEnd(size, pad);
  return left ? shown.padEnd(size, pad) : shown.padStart(size, pad);
}

function numberText(value: number, type: string, digits: string | undefined): string {
  const places = digits === undefined ? 6 : Math.min(Number(digits), 20);
  if (type === 'f' || type === 'F') return value.toFixed(places);
  if (type === '%') return `${(value * 100).toFixed(places)}%`;
  if (type === 'e') return value.toExponential(places);
  if (type === 'x') return value.toString(16);
  if (type === 'b') return value.toString(2);
  if (digits !== undefined && type !== 'd') return value.toFixed(places);
  return String(value);
}

/** What a value that the text does not say is asked for by: its variable, else what gave it. */
export const askedName = (value: Value): string =>
  value.kind === 'unknown' ? (value.variable ?? value.name) : written(value);
