/** A piece of Python that was found in a file, as one text with the lines of the file that its lines come from. */
export interface CodeText {
  readonly text: string;
  /** Line of the file by line of the text, both from 1. */
  readonly lines: readonly number[];
  /** Of a notebook, the code cell (from 0) by line of the text. */
  readonly cells: readonly (number | null)[];
}

export function codeText(
  parts: readonly { readonly text: string; readonly line: number; readonly cell: number | null }[],
): CodeText {
  const texts: string[] = [];
  const lines: number[] = [];
  const cells: (number | null)[] = [];
  for (const { text, line, cell } of parts) {
    for (const [index, each] of text.split('\n').entries()) {
      texts.push(each);
      lines.push(line + index);
      cells.push(cell);
    }
  }
  return { text: texts.join('\n'), lines, cells };
}
