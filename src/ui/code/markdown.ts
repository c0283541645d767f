/** A piece of a line: words, words in a fixed width or bold, or a picture that is attached under `name`. */
export type Inline =
  | { readonly kind: 'text' | 'code' | 'strong'; readonly text: string }
  | { readonly kind: 'picture'; readonly text: string; readonly name: string };

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly parts: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly parts: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] };

/** An escaped sign, a picture, words in backticks or between stars. */
const marked = /\\([!-/:-@[-`{-~])|!\[([^\]]*)\]\(attachment:([^)\s]+)\)|(`+)(.+?)\4(?!`)|\*\*(.+?)\*\*/gs;

function inline(text: string): readonly Inline[] {
  const parts: Inline[] = [];
  const say = (words: string) => {
    const last = parts.at(-1);
    if (words === '') return;
    if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + words };
    else parts.push({ kind: 'text', text: words });
  };
  let from = 0;
  for (const match of text.matchAll(marked)) {
    say(text.slice(from, match.index));
    from = match.index + match[0].length;
    const [, escaped, alternative, name, , code, strong] = match;
    if (escaped !== undefined) say(escaped);
    else if (name !== undefined) parts.push({ kind: 'picture', text: alternative!, name });
    else if (code !== undefined) parts.push({ kind: 'code', text: code });
    else parts.push({ kind: 'strong', text: strong! });
  }
  say(text.slice(from));
  return parts;
}

/**
 * What our own Markdown says, as data: headings, paragraphs and lists, with pictures, fixed width and bold in them. All else
 * stays the text that it is.
 */
export function markdownBlocks(text: string): readonly Block[] {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
  return paragraphs.map((paragraph): Block => {
    const heading = /^(#{1,6}) +([^\n]*)$/.exec(paragraph);
    if (heading) return { kind: 'heading', level: heading[1]!.length, parts: inline(heading[2]!) };
    const lines = paragraph.split('\n');
    if (lines.every((line) => line.startsWith('- '))) {
      return { kind: 'list', items: lines.map((line) => inline(line.slice(2))) };
    }
    return { kind: 'paragraph', parts: inline(paragraph) };
  });
}
