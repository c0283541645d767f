import { type Block, type Document, type Edge, type Node, version } from '../document';

const nodeOf = ({ type, params, trainable, bypassed, stacked, stackedPort, sharesWith, at }: Node): Node => ({
  type,
  params,
  trainable,
  ...(bypassed === undefined ? {} : { bypassed }),
  ...(stacked === undefined ? {} : { stacked }),
  ...(stackedPort === undefined ? {} : { stackedPort }),
  ...(sharesWith === undefined ? {} : { sharesWith }),
  at,
});

const blockOf = ({ nodes, parent, folded, color }: Block): Block => ({
  nodes,
  ...(parent === undefined ? {} : { parent }),
  folded,
  color,
});

const edgeOf = ({ from, to, port }: Edge): Edge => ({ from, to, port });

function mapped<T>(record: Readonly<Record<string, T>>, order: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, order(value)]));
}

/** The text of a document's file: fields always in the same order, bricks in the document's. `parse` reads it back equal. */
export function serialize(document: Document): string {
  const { title, nodes, edges, blocks, training } = document;
  const ordered: Document = {
    format: 'deepbrick',
    version,
    title,
    nodes: mapped(nodes, nodeOf),
    edges: edges.map(edgeOf),
    blocks: mapped(blocks, blockOf),
    training,
  };
  return `${JSON.stringify(ordered, null, 1)}\n`;
}
