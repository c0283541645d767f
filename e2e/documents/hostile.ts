import * as fc from 'fast-check';
import { type Document, forbiddenNames } from '../../src/document/document';

/** Names that break careless printers; for tests. */
export const hostileNames: readonly string[] = [
  ...'class tf model createModel keras layers name None await arguments eval lambda toString 1st x_2 x'.split(' '),
  ...`it's "quoted" \`$\{process.exit()}\` $\{x} a\\ a\\' </script> a/b a_b _x - . ''' """ {{ %s 💥 한글`.split(' '),
  ...'a\nb|a\r\nb|*/ throw 1 /*|// x|# x|\u2028|\u2029x|\u0000|\u202eabc|\ud800|\udc00x|\ufffe\uffff|]]>|\u2066x\u2069|\u0007|한글 이름| |my layer'.split(
    '|',
  ),
  'x'.repeat(300),
];

/** Texts a person could type as a title or a layer name. */
export const hostileText = fc
  .oneof(fc.constantFrom(...hostileNames), fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 20 }))
  .filter((text) => text.length <= 300 && !forbiddenNames.includes(text));

/** The document with other node names, by position; names of nodes stay distinct. */
export function renamed(document: Document, title: string, names: readonly string[]): Document {
  const renames = new Map(Object.keys(document.nodes).map((old, index) => [old, names[index] ?? old]));
  const named = (name: string) => renames.get(name)!;
  return {
    ...document,
    title,
    nodes: Object.fromEntries(Object.entries(document.nodes).map(([name, node]) => [named(name), node])),
    edges: document.edges.map(({ from, to, port }) => ({ from: named(from), to: named(to), port })),
    blocks: Object.fromEntries(
      Object.entries(document.blocks).map(([name, block]) => [name, { ...block, nodes: block.nodes.map(named) }]),
    ),
  };
}

/** Renames every node of a document to distinct hostile names. */
export function hostile(document: Document): fc.Arbitrary<Document> {
  const count = Object.keys(document.nodes).length;
  const name = hostileText.filter((text) => text !== '');
  const names = fc.uniqueArray(name, { minLength: count, maxLength: count });
  return fc.tuple(hostileText, names).map(([title, given]) => renamed(document, title, given));
}
