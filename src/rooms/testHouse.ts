import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  readonly from: string;
  /** As written. */
  readonly source: string;
  /** The file it means, from the root; null for a package. */
  readonly file: string | null;
  readonly typeOnly: boolean;
}

/** Files of TypeScript in a folder and below, from the root; environments and other hidden folders are nobody's code. */
function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name.startsWith('.') ? [] : filesIn(name);
    return /\.tsx?$/.test(name) ? [name] : [];
  });
}

export const files: readonly string[] = ['src', 'bricks', 'templates', 'e2e'].flatMap(filesIn);
const known = new Set(files);
const textOf = new Map(files.map((name) => [name, readFileSync(join(root, name), 'utf8')]));

export const isTest = (name: string) => /\.(test|spec)\.tsx?$|\/test[A-Z]\w*\.ts$/.test(name);
export const isKnown = (name: string) => known.has(name);
export const lines = (name: string) => textOf.get(name)!.trimEnd().split('\n').length;

function resolved(from: string, source: string): string | null {
  const runtime = /^deepbrick-runtime\/(.+)$/.exec(source)?.[1];
  if (runtime !== undefined) return [`src/runtime/${runtime}.ts`, `src/${runtime}.ts`].find(isKnown) ?? source;
  if (!source.startsWith('.')) return null;
  const path = relative(root, join(root, dirname(from), source)).replaceAll('\\', '/');
  return [`${path}.ts`, `${path}.tsx`, `${path}/index.ts`, path].find(isKnown) ?? path;
}

/** What a file imports, now or later, as values or as types. */
export function importsOf(name: string, text = textOf.get(name) ?? ''): readonly Import[] {
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'";`]*?\sfrom\s+)?['"]([^'"]+)['"];/gm);
  const dynamic = text.matchAll(/(?<!typeof )\bimport\((?:\s*)['"]([^'"]+)['"]/g);
  const required = text.matchAll(/createRequire\(import\.meta\.url\)(?:\.resolve)?\('([^']+)'/g);
  const types = text.matchAll(/\btypeof import\('([^']+)'/g);
  return [
    ...[...statements].map(([, type, source]) => ({ source: source!, typeOnly: type !== undefined })),
    ...[...dynamic, ...required].map(([, source]) => ({ source: source!, typeOnly: false })),
    ...[...types].map(([, source]) => ({ source: source!, typeOnly: true })),
  ].map((found) => ({ ...found, from: name, file: resolved(name, found.source) }));
}

/** The package of an import, `node:` for what comes with Node; null for a file. */
export function packageOf(source: string): string | null {
  if (/^(\.|deepbrick-runtime\/)/.test(source)) return null;
  return /^(node:|@[^/]+\/[^/]+|[^/]+)/.exec(source)![0];
}

/** The program that an exporter writes is a room of its own, with packages of its own. */
export const exported = 'src/exporters/typescript/project';

/** `src/brick`, `bricks`, `templates`, `e2e`; a file of `src` itself, the page's entry, is a room of its own. */
export function roomOf(name: string): string {
  if (name.startsWith(`${exported}/`)) return exported;
  const [first, second] = name.split('/');
  return first === 'src' ? `src/${second!}` : first!;
}

/** Files of the rooms, without tests. */
export const sources = files.filter((name) => !isTest(name) && roomOf(name) !== 'e2e');
export const imports = sources.flatMap((name) => importsOf(name));
