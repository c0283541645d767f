import { format } from 'prettier';

/** A Markdown file: a title, paragraphs, and a table. */
export async function tableText(
  title: string,
  paragraphs: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<string> {
  const [head = []] = rows;
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const table = [line(head), line(head.map(() => '---')), ...rows.slice(1).map(line)].join('\n');
  const text = [`# ${title}`, ...paragraphs, table].join('\n\n');
  return format(text, { parser: 'markdown', printWidth: 120, singleQuote: true });
}
