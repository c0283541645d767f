/** Path → text. */
type Texts = Readonly<Record<string, string>>;

const own = '/src/exporters/typescript/project/';
const runtime = '/src/runtime/';

/** The package in the project that holds the editor's own code, and where its sources lie. */
export const runtimePackage = 'deepbrick-runtime';
const runtimeSources = 'runtime/src/';

/**
 * The sources as they lie in the exported project: the user's own files (`project/`) at its root, all others in the package
 * `deepbrick-runtime`, in folders as here. What is in `src/runtime` lies at the top of it, and reaches the
 * others one folder less up.
 */
export function projectTree(sources: Texts): Record<string, string> {
  const entries = Object.entries(sources).map(([path, text]): [string, string] => {
    if (path.startsWith(own)) return [path.slice(own.length), text];
    if (path.startsWith(runtime)) {
      const up = '../'.repeat(path.slice(runtime.length).split('/').length);
      const beside = up.slice('../'.length) || './';
      return [runtimeSources + path.slice(runtime.length), text.replaceAll(imports(up), `$1${beside}`)];
    }
    return [path.replace(/^\/src\//, runtimeSources), text];
  });
  return Object.fromEntries(entries);
}

/** Imports that begin with so many steps up. */
const imports = (up: string) =>
  new RegExp(`((?:\\bfrom |\\bimport |\\bimport\\()['"])${up.replaceAll('.', '\\.')}`, 'g');

const imported = /(?:\bfrom|\bimport)\s*\(?\s*(['"])((?:\.|deepbrick-runtime\/)[^'"]+)\1/g;

/** The path that an import means. */
function meant(from: string, source: string): string {
  if (source.startsWith(`${runtimePackage}/`)) return `${runtimeSources}${source.slice(runtimePackage.length + 1)}.ts`;
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
    for (const [, , source] of text.matchAll(imported)) open.push(meant(path, source!));
  }
  return files;
}
