import { type Plugin, parseSync } from 'vite';

/** Anything of a syntax tree. */
type Tree = { readonly type?: string; readonly start?: number; readonly end?: number } & Record<string, unknown>;

interface Property extends Tree {
  readonly key: Tree;
  readonly value: Tree;
  readonly start: number;
  readonly end: number;
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;
const propertiesOf = (tree: Tree | undefined): readonly Property[] =>
  Array.isArray(tree?.['properties'])
    ? (tree['properties'] as readonly Tree[]).filter((each): each is Property => each.type === 'Property')
    : [];
const named = (tree: Tree | undefined, name: string) => propertiesOf(tree).find(({ key }) => key['name'] === name);

/** The object that `defineBrick` is given, of the file's `export default`. */
function definitionIn(program: Tree): Tree | undefined {
  const body = program['body'] as readonly Tree[];
  const exported = body.find(({ type }) => type === 'ExportDefaultDeclaration')?.['declaration'];
  const given = isTree(exported) ? (exported['arguments'] as readonly Tree[] | undefined)?.[0] : undefined;
  return given?.type === 'ObjectExpression' ? given : undefined;
}

/** What a file of a brick is without these pieces, and the commas behind them. */
function without(code: string, pieces: readonly Property[]): string {
  return pieces
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end).replace(/^\s*,/, ''), code);
}

const languages = ['en', 'ko'];

/** A brick's file without the words for its parameters; `words`: with nothing but its type and words. Throws where it has none. */
export function briefBrick(name: string, code: string, words: boolean): string {
  const definition = definitionIn(parseSync(name, code).program as unknown as Tree);
  if (words) {
    return without(
      code,
      propertiesOf(definition).filter(({ key }) => key['name'] !== 'type' && key['name'] !== 'docs'),
    );
  }
  const docs = named(definition, 'docs')?.value;
  const params = languages.map((language) => named(named(docs, language)?.value, 'params'));
  if (params.includes(undefined)) throw new Error(`${name} has no words for its parameters.`);
  return without(code, params as readonly Property[]);
}

/**
 * What each parameter is, in words, is wanted when it is looked at: the bricks of a built page come without it, and
 * `bricks/words.ts`, which asks for them with `?words`, has it alone.
 */
export function briefBricks(): Plugin {
  return {
    name: 'brief-bricks',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/bricks\/\w+\/\w+\.ts(\?words)?$/ },
      handler: (code, id) => ({ code: briefBrick(id.replace('?words', ''), code, id.endsWith('?words')), map: null }),
    },
  };
}
