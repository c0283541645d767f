import { type CodeText, codeText } from './codeText';
import { markdownCode } from './markdown';
import { notebookCode } from './notebook';
import { tidied } from './tidy';

/** Longest text that code is looked for in, in bytes: a notebook may hold pictures besides. */
export const longestNotebook = 20_000_000;

/** The Python in a text: of a notebook, of the fences of a Markdown text, or all of it. */
export function codeIn(text: string): CodeText {
  const start = text.trimStart().replace(/^\ufeff/, '');
  if (start.startsWith('{')) {
    const notebook = notebookCode(jsonOf(start));
    if (notebook) return notebook;
  }
  const markdown = /^\s*(```|~~~)/m.test(text) ? markdownCode(text) : null;
  return markdown ?? codeText([{ text: tidied(text), line: 1, cell: null }]);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether a text is a notebook as JSON, by how it begins. */
export const beginsNotebook = (start: string): boolean =>
  /^\s*\{/.test(start) && /"(cells|nbformat|cell_type|metadata)"\s*:/.test(start);
