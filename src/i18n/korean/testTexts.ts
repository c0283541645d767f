import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What people may write or type, not what is said to them. */
const understood =
  /^src\/(data\/photos\/layout|data\/tables\/columns\/names|i18n\/(korean|commandSynonyms)|ui\/gallery\/searchTemplates)|\.(test|spec)\.tsx?$|\/test[A-Z]\w*\.ts$/;

/** A text of the program: its pieces, with a value between each two. */
export interface ShownText {
  readonly file: string;
  readonly line: number;
  readonly pieces: readonly string[];
}

interface Parsed {
  readonly type?: string;
  readonly start?: number;
  readonly value?: unknown;
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
  readonly key?: { readonly name?: string };
}

/** Words for searching are typed, not read. */
const isSearched = (node: Parsed) => node.type === 'Property' && node.key?.name === 'also';

function* textsIn(node: unknown): Generator<{ start: number; pieces: readonly string[] }> {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const one of node) yield* textsIn(one);
    return;
  }
  const parsed = node as Parsed;
  if (isSearched(parsed)) return;
  if (parsed.type === 'Literal' && typeof parsed.value === 'string')
    yield { start: parsed.start ?? 0, pieces: [parsed.value] };
  if (parsed.type === 'TemplateLiteral')
    yield { start: parsed.start ?? 0, pieces: parsed.quasis!.map(({ value }) => value.cooked) };
  for (const inner of Object.values(node)) yield* textsIn(inner);
}

function textsOf(file: string): readonly ShownText[] {
  const source = readFileSync(join(root, file), 'utf8');
  if (!/[가-힣]/.test(source)) return [];
  return [...textsIn(parseSync(file, source).program.body)]
    .filter(({ pieces }) => /[가-힣]/.test(pieces.join('')))
    .map(({ start, pieces }) => ({ file, line: source.slice(0, start).split('\n').length, pieces }));
}

/** Every Korean text that the program says, of the page, the command line and what it exports. */
export const koreanTexts: readonly ShownText[] = ['src', 'bricks', 'templates']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file.replaceAll('\\', '/')}`,
    ),
  )
  .filter((file) => /\.tsx?$/.test(file) && !understood.test(file))
  .flatMap(textsOf);
