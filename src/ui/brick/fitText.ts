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

export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width * size;
}

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
  const characters = [...name];
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

/** As many facts as fit, joined by `·`; the first one is cut rather than left out. Nothing where not even that fits. */
export function fitFacts(facts: readonly string[], size: number, room: number): string {
  for (let count = facts.length; count > 0; count--) {
    const line = facts.slice(0, count).join(' · ');
    if (count === 1) return room < 3 * size ? '' : fitText(line, size, room);
    if (textWidth(line, size) <= room) return line;
  }
  return '';
}

/** A text that is squeezed a little rather than cut: `length` is the width it is to be drawn with. */
export function squeezed(
  text: string,
  size: number,
  room: number,
): { readonly text: string; readonly length?: number } {
  const width = textWidth(text, size);
  if (width <= room) return { text };
  return width <= room * 1.35 ? { text, length: room } : { text: fitText(text, size, room) };
}
