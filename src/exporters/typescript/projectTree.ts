/** Path → text. */
type Texts = Readonly<Record<string, string>>;

const own = '/src/exporters/typescript/project/';

/**
 * The sources as they lie in the exported project: its own files (`project/`) at its root, all others below `src/` as
 * here. Own files reach the others four folders up here and beside themselves there; every other import stays right.
 */
export function projectTree(sources: Texts): Record<string, string> {
  const entries = Object.entries(sources).map(([path, text]): [string, string] =>
    path.startsWith(own)
      ? [path.slice(own.length), text.replaceAll(`'../../../../`, `'./`)]
      : [path.slice('/'.length), text],
  );
  return Object.fromEntries(entries);
}

const imported = /(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g;

/** The path that an import means. */
function meant(from: string, source: string): string {
  const path = from.split('/').slice(0, -1);
  for (const part of source.split('/')) {
    if (part === '..') path.pop();
    else if (part !== '.') path.push(part);
  }
  return `${path.join('/')}.ts`;
}

/** These files and all that they import. Throws when one is missing. */
export function withImports(tree: Texts, wanted: readonly string[]): Record<string, string> {
  const files: Record<string, string> = {};
  const open = [...wanted];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (Object.hasOwn(files, path)) continue;
    const text = tree[path];
    if (text === undefined) throw new Error(`The exported project lacks ${path}.`);
    files[path] = text;
    for (const [, source] of text.matchAll(imported)) open.push(meant(path, source!));
  }
  return files;
}
