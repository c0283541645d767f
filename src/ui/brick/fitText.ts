/** Width of a character in parts of the type size: near enough to cut a text without measuring it. */
function widthOf(character: string): number {
  if (/[ᄀ-ᇿ⺀-鿿가-힯豈-﫿＀-￯]/.test(character)) return 0.96;
  if (/[ilj.,:;'|! ]/.test(character)) return 0.29;
  if (/[ftr()[\]-]/.test(character)) return 0.38;
  if (/[mwMW@…—]/.test(character)) return 0.9;
  if (character === '→') return 1.04;
  if (character === '×') return 1;
  return /[A-Z]/.test(character) ? 0.64 : 0.56;
}

/** Width of a text in pixels. Beyond a thousand characters it is told from their beginning: nothing shows so many. */
export function textWidth(text: string, size: number): number {
  const measured = text.length > manyCharacters ? text.slice(0, manyCharacters) : text;
  let width = 0;
  for (const character of measured) width += widthOf(character);
  return (width * size * text.length) / Math.max(1, measured.length);
}

const manyCharacters = 1000;

/** The text, or as much of it as `room` pixels take, ending in `…`. */
export function fitText(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text;
  let left = room - textWidth('…', size);
  let kept = '';
  for (const character of text) {
    left -= widthOf(character) * size;
    if (left < 0) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * A name, or its beginning and its end with `…` between them: names of one block begin alike (`conv4_block1_1_conv`), so
 * the end gets more room.
 */
export function fitName(name: string, size: number, room: number): string {
  if (textWidth(name, size) <= room) return name;
  // No room is wider than this many characters: the middle of a longer name is never shown.
  const characters = [...(name.length > 2 * manyCharacters ? ends(name) : name)];
  const free = room - textWidth('…', size);
  const taken = (ordered: readonly string[], most: number) => {
    let left = most;
    const count = ordered.findIndex((character) => (left -= widthOf(character) * size) < 0);
    return count < 0 ? ordered.length : count;
  };
  const head = characters.slice(0, taken(characters, free * 0.36)).join('');
  const tail = taken(characters.toReversed(), free - textWidth(head, size));
  return `${head.trimEnd()}…${characters
    .slice(characters.length - tail)
    .join('')
    .trimStart()}`;
}

const ends = (name: string) => name.slice(0, manyCharacters) + name.slice(-manyCharacters);

/** A text, and the width it is to be drawn with where it is squeezed. */
export interface Fitted {
  readonly text: string;
  readonly length?: number;
}

/** Facts as one line: joined by `·`, and by nothing before what comes out (`Flatten → 800`). */
export function joinFacts(facts: readonly string[]): string {
  return facts.join(' · ').replaceAll(' · →', ' →');
}

/** As many facts as fit; the first one is squeezed or cut rather than left out. Nothing where not even that fits. */
export function fitFacts(facts: readonly string[], size: number, room: number): Fitted {
  for (let count = facts.length; count > 0; count--) {
    const line = joinFacts(facts.slice(0, count));
    if (count === 1) return room < 3 * size ? { text: '' } : squeezed(line, size, room);
    if (textWidth(line, size) <= room) return { text: line };
  }
  return { text: '' };
}

/** By how much a text is squeezed at most. */
const most = 1.35;

/** A text that is squeezed a little rather than cut. */
export function squeezed(text: string, size: number, room: number): Fitted {
  const width = textWidth(text, size);
  if (width <= room) return { text };
  return width <= room * most ? { text, length: room } : { text: fitText(text, size, room) };
}

/** `+ MaxPooling2D + 3 × Add`: as many parts as can be read in a line of a block that is `width` pixels wide. */
export function foldedLine(parts: readonly string[], width: number): string {
  const line = (count: number) => `+ ${parts.slice(0, count).join(' + ')}`;
  let count = parts.length;
  while (count > 1 && textWidth(line(count), 11) > (width - 25) * 1.2) count -= 1;
  return line(count);
}
