import { readFileSync } from 'node:fs';

/** Red, green, blue from 0 to 1, and how much of it covers what lies below. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Custom properties and declarations by selector, as a stylesheet's text says them; rules inside `@media` are left out. */
export function rulesOf(path: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const text = readFileSync(new URL(path, import.meta.url), 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
  const rules = new Map<string, Map<string, string>>();
  for (const [, selectors = '', body = ''] of withoutMedia(text).matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    for (const selector of selectors.split(/,(?![^(]*\))/)) {
      const name = selector.trim();
      const known = rules.get(name) ?? new Map<string, string>();
      for (const line of body.split(';')) {
        const colon = line.indexOf(':');
        if (colon > 0) known.set(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
      }
      rules.set(name, known);
    }
  }
  return rules;
}

/** Blocks of `@media` and `@keyframes` hold rules of their own. */
function withoutMedia(text: string): string {
  let [kept, depth, inside] = ['', 0, false];
  for (const part of text.split(/(?=[@{}])|(?<=[{}])/)) {
    if (!inside && part.startsWith('@')) [inside, depth] = [true, 0];
    if (!inside) kept += part;
    if (!inside) continue;
    if (part === '{') depth++;
    if (part === '}' && --depth === 0) inside = false;
  }
  return kept;
}

/** What a colour of a stylesheet is, with the custom properties that hold there: hexadecimal, `white`, `var()`, `color-mix()`. */
export function colourOf(text: string, known: ReadonlyMap<string, string>): Colour {
  const value = text.trim();
  const name = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  if (name !== undefined) return colourOf(known.get(name) ?? `no ${name}`, known);
  if (value === 'white') return [1, 1, 1, 1];
  if (value === 'black') return [0, 0, 0, 1];
  const digits = /^#([\da-f]{6})([\da-f]{2})?$/i.exec(value);
  if (digits) {
    const [red = 0, green = 0, blue = 0] = digits[1]!.match(/../g)!.map((two) => parseInt(two, 16) / 255);
    return [red, green, blue, digits[2] === undefined ? 1 : parseInt(digits[2], 16) / 255];
  }
  const mixed = /^color-mix\(in (oklab|srgb), (.+)\)$/.exec(value);
  const [one, other] = mixed ? mixed[2]!.split(/,(?![^(]*\))/) : [];
  if (!mixed || one === undefined || other === undefined) throw new Error(`No colour: ${value}`);
  return mix(mixed[1]!, shareOf(one), shareOf(other), known);
}

const shareOf = (text: string) => {
  const share = /\s(\d+)%\s*$/.exec(text)?.[1];
  return { text: text.replace(/\s\d+%\s*$/, ''), share: share === undefined ? null : Number(share) / 100 };
};
type Part = ReturnType<typeof shareOf>;

function mix(space: string, one: Part, other: Part, known: ReadonlyMap<string, string>): Colour {
  const first = one.share ?? 1 - (other.share ?? 0.5);
  const [from, to] = [colourOf(one.text, known), colourOf(other.text, known)];
  const [a, b] = space === 'oklab' ? [oklab(from), oklab(to)] : [from, to];
  const between = [0, 1, 2].map((place) => a[place]! * first + b[place]! * (1 - first));
  const [x = 0, y = 0, z = 0] = between;
  return space === 'oklab' ? fromOklab([x, y, z, 1]) : [x, y, z, 1];
}

/** One colour over another, which covers everything. */
export function over([red, green, blue, alpha]: Colour, ground: Colour): Colour {
  const part = (above: number, place: number) => above * alpha + ground[place]! * (1 - alpha);
  return [part(red, 0), part(green, 1), part(blue, 2), 1];
}

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const curved = (value: number) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

/** Björn Ottosson's space, https://bottosson.github.io/posts/oklab/. */
function oklab(colour: Colour): Colour {
  const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map(linear);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    1,
  ];
}

function fromOklab([light, a, b]: Colour): Colour {
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const part = (value: number) => Math.max(0, Math.min(1, curved(Math.max(0, value))));
  return [
    part(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    part(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    part(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
    1,
  ];
}

const luminance = ([red, green, blue]: Colour) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** Contrast of two colours that cover everything, 1 to 21, as WCAG 2.2 counts it. */
export function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}
