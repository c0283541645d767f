import { describe, expect, test } from 'vitest';
import { colors } from '../training/results/runColors';
import { library } from '../../../templates/index';
import { type Colour, colourOf, contrast, over, rulesOf } from './testColours';

const [theme, art, node] = ['../theme.css', './BrickArt.module.css', '../canvas/BrickNode.module.css'].map(rulesOf);

/** Least contrast of text, and of large text and of lines that say something (WCAG 2.2, 1.4.3 and 1.4.11). */
const [ofText, ofLines] = [4.5, 3];

const light = theme!.get(':root')!;
const palettes = { light, dark: new Map([...light, ...theme!.get(":root[data-theme='dark']")!]) } as const;
type Palette = keyof typeof palettes;

const rule = (rules: typeof art, selector: string) => {
  const found = rules!.get(selector);
  if (found === undefined) throw new Error(`no rule for ${selector}`);
  return found;
};

/** What a brick is on the canvas, and the rules that make it look so, the last one first. */
const states: Readonly<Record<string, readonly (readonly [typeof art, string])[]>> = {
  normal: [],
  frozen: [[art, '.frozen']],
  blocked: [[art, '.blocked']],
  bypassed: [[art, '.bypassed']],
  'no target of a wire': [[node, ".brick[data-target='dimmed'] .picture g"]],
};

/** Colours of a brick's front face and of what is written on it. */
function face(category: string, palette: Palette, state: string) {
  const own = states[state]!.flatMap(([rules, selector]) => [...rule(rules, selector)]);
  const glass = category === 'data' ? [...rule(art, '.glass:not(.frozen, .blocked, .bypassed)')] : [];
  // A brick that is no target says its ink in a rule that counts more.
  const known = new Map([
    ...palettes[palette],
    ['--base', `var(--brick-${category})`] as const,
    ...rule(art, '.brick'),
    ...(own.length === 0 || state === 'no target of a wire' ? glass : []),
    ...own,
  ]);
  const canvas = colourOf('var(--canvas)', known);
  const clear = category === 'data' ? Number(rule(art, '.glass .front').get('fill-opacity')) : 1;
  const colour = (text: string) => colourOf(text, known);
  const front = over([...(colour('var(--face)').slice(0, 3) as [number, number, number]), clear] as Colour, canvas);
  const written = (selector: string) => contrast(colour(rule(art, selector).get('fill')!), front);
  return {
    name: written('.name'),
    fact: written('.fact'),
    note: written('.note'),
    snow: contrast(colour('var(--ink)'), front),
  };
}

describe.each(Object.keys(palettes) as Palette[])('%s', (palette) => {
  const bricks = Object.entries(library.bricks);
  describe.each(Object.keys(states))('%s', (state) => {
    test.each(bricks)('what is written on %s can be read', (_, { category }) => {
      const { name, fact, note, snow } = face(category, palette, state);
      expect(Math.min(name, fact, note)).toBeGreaterThanOrEqual(ofText);
      expect(snow).toBeGreaterThanOrEqual(ofLines);
    });
  });
});

/** What else is written or drawn, each on its ground; a share of a colour lies over the canvas. */
const grounds: Readonly<Record<string, readonly string[]>> = {
  text: ['canvas', 'panel', 'field', 'accent-soft', 'error-soft'],
  muted: ['canvas', 'panel', 'field'],
  accent: ['canvas', 'panel'],
  'accent-text': ['accent'],
  error: ['canvas', 'panel', 'field', 'error-soft'],
  warning: ['canvas', 'panel', 'field'],
  success: ['canvas', 'panel'],
  'block-blue': ['canvas', 'panel'],
  'block-green': ['canvas', 'panel'],
  'block-orange': ['canvas', 'panel'],
  'block-pink': ['canvas', 'panel'],
  'block-violet': ['canvas', 'panel'],
};
const lines: Readonly<Record<string, readonly string[]>> = {
  // Wires; rings of what is selected or has the focus; the frame of what is wrong; histograms of live bricks; curves.
  wire: ['canvas'],
  accent: ['canvas', 'panel', 'field'],
  error: ['canvas', 'panel'],
  'brick-core': ['panel'],
  ...Object.fromEntries(colors.map((name) => [name.slice(2), ['panel']])),
};

describe.each(Object.keys(palettes) as Palette[])('%s: words and lines of the page', (palette) => {
  const all = palettes[palette];
  const ground = (name: string) => over(colourOf(`var(--${name})`, all), colourOf('var(--panel)', all));
  const between = (one: string, other: string) => contrast(colourOf(`var(--${one})`, all), ground(other));
  const pairs = (table: typeof grounds) =>
    Object.entries(table).flatMap(([one, others]) => others.map((other) => [one, other] as const));
  test.each(pairs(grounds))('%s on %s', (one, other) => expect(between(one, other)).toBeGreaterThanOrEqual(ofText));
  test.each(pairs(lines))('a line of %s on %s', (one, other) =>
    expect(between(one, other)).toBeGreaterThanOrEqual(ofLines),
  );
});
