import type { Cell } from './format';

/** A cell as Jupyter saves it, of those that we write. */
interface SavedCell {
  readonly cell_type: 'markdown' | 'code';
  readonly id: string;
  readonly source: readonly string[];
  readonly attachments?: Readonly<Record<string, Readonly<Record<'image/svg+xml', string>>>>;
}

const textOf = (base64: string) =>
  new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));

/** The cells of a notebook that `notebookJson` wrote: its way back. Throws `SyntaxError` for a text that is no JSON. */
export function notebookCells(text: string): readonly Cell[] {
  const { cells } = JSON.parse(text) as { readonly cells: readonly SavedCell[] };
  return cells.map(({ cell_type: kind, id, source, attachments }): Cell => {
    const own = { id, text: source.join('') };
    if (kind === 'code') return { kind, ...own };
    const pictures = Object.entries(attachments ?? {}).map(([name, picture]) => [
      name,
      textOf(picture['image/svg+xml']),
    ]);
    return {
      kind,
      ...own,
      ...(pictures.length > 0 && { pictures: Object.fromEntries(pictures) as Record<string, string> }),
    };
  });
}
