import { unprintable } from '../../compile/commentText';

/** A cell of a notebook; `id` is its own, of letters, digits and `-`. */
export type Cell =
  | {
      readonly kind: 'markdown';
      readonly id: string;
      readonly text: string;
      /** Pictures that the text shows as `attachment:NAME`: SVG texts by name. */
      readonly pictures?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'code'; readonly id: string; readonly text: string };

/** Lines with their ends, as Jupyter saves them. */
const linesOf = (text: string) => text.split(/(?<=\n)/);

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function saved(cell: Cell): object {
  const { id, text } = cell;
  if (cell.kind === 'code') {
    return { cell_type: 'code', execution_count: null, id, metadata: {}, outputs: [], source: linesOf(text) };
  }
  const pictures = Object.entries(cell.pictures ?? {}).map(
    ([name, svg]) => [name, { 'image/svg+xml': base64(svg) }] as const,
  );
  return {
    ...(pictures.length > 0 && { attachments: Object.fromEntries(pictures) }),
    cell_type: 'markdown',
    id,
    metadata: {},
    source: linesOf(text),
  };
}

/**
 * Cells as a notebook of format 4.5 (https://nbformat.readthedocs.io/en/latest/format_description.html), laid out as
 * Jupyter saves it, in Python 3. No character in it is invisible.
 */
export function notebookJson(cells: readonly Cell[]): string {
  const notebook = {
    cells: cells.map(saved),
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  const escaped = (character: string) =>
    character === '\n'
      ? character
      : Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
          .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
          .join('');
  return `${JSON.stringify(notebook, null, 1).replace(unprintable, escaped)}\n`;
}
