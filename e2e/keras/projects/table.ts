import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';

interface Section {
  readonly title: string;
  /** What is said above the table, of all its rows. */
  readonly about: (rows: readonly (readonly string[])[]) => string;
  readonly head: readonly string[];
  /** The first cell of a row is its name. */
  readonly rows: readonly (readonly string[])[];
}

const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The rows of a section's table as it was written before. */
const rowsIn = (section: string): string[][] =>
  section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map(cellsOf);

/**
 * Writes a section of a report, a Markdown file with `lead` on top. Rows of earlier runs stay where this one has none of
 * the name, in the order of `names`; so do other sections.
 */
export async function writeSection(
  path: string,
  lead: string,
  section: Section,
  names: readonly string[],
): Promise<void> {
  const known = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const sections = new Map(
    known.split(/^(?=## )/m).flatMap((text) => {
      const title = /^## (.*)$/m.exec(text)?.[1];
      return title === undefined ? [] : [[title, text.trimEnd()] as const];
    }),
  );
  const plain = (cells: readonly string[]) => cells.map((cell) => cell.replaceAll('|', '/'));
  const before = rowsIn(sections.get(section.title) ?? '').filter((row) => row.length === section.head.length);
  const byName = new Map([...before, ...section.rows.map(plain)].map((row) => [row[0]!, row]));
  const rows = names.map((name) => byName.get(plain([name])[0]!)).filter((row) => row !== undefined);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [section.head, section.head.map(() => '---'), ...rows].map(line).join('\n');
  sections.set(section.title, `## ${section.title}\n\n${section.about(rows)}\n\n${table}`);
  const bodies = [...sections].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  writeFileSync(
    path,
    await format([lead, ...bodies].join('\n\n'), { parser: 'markdown', printWidth: 120, singleQuote: true }),
  );
}
