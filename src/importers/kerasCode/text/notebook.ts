import { type CodeText, codeText } from './codeText';
import { tidied } from './tidy';

/** What a notebook's code cells hold; null for JSON that is no notebook. Lines are counted over all code cells. */
export function notebookCode(json: unknown): CodeText | null {
  const cells = cellsOf(json);
  if (!cells) return null;
  const parts: { text: string; line: number; cell: number }[] = [];
  let line = 1;
  let cell = 0;
  for (const each of cells) {
    const { cell_type: kind, source, input } = (each ?? {}) as Record<string, unknown>;
    if (kind !== 'code') continue;
    const given = source ?? input;
    const text = Array.isArray(given) ? given.join('') : typeof given === 'string' ? given : '';
    parts.push({ text: tidied(text), line, cell });
    line += text.split('\n').length;
    cell += 1;
  }
  return codeText(parts);
}

function cellsOf(json: unknown): readonly unknown[] | null {
  if (typeof json !== 'object' || json === null) return null;
  const { cells, worksheets } = json as { cells?: unknown; worksheets?: readonly { cells?: unknown }[] };
  if (Array.isArray(cells)) return cells;
  const sheet = Array.isArray(worksheets) ? worksheets[0]?.cells : null;
  return Array.isArray(sheet) ? sheet : null;
}
