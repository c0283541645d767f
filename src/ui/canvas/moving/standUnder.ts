import { closesCircle } from '../../../document/circle';
import type { Edit } from '../../../document/document';
import { itemsOf } from '../../../document/items';
import type { Library } from '../../../document/template';

/**
 * Puts a brick that stands alone under a tower: it takes over what came into the tower, and the tower stands on it.
 * Changes nothing where the tower takes no input, or where a data brick would cut off what comes in already.
 */
export function standUnder(library: Library, name: string, tower: string): Edit {
  return (document) => {
    const base = itemsOf(document).base.get(tower);
    const node = document.nodes[base ?? ''];
    const fresh = document.nodes[name];
    if (base === undefined || !node || !fresh || base === name) return document;
    if (library.bricks[node.type]?.inputs === 0 || closesCircle(document, name, base)) return document;
    const incoming = document.edges.find(({ to, port }) => to === base && port === 0);
    const takes = library.bricks[fresh.type]?.inputs !== 0;
    if (incoming && (!takes || closesCircle(document, incoming.from, name))) return document;
    const edges = document.edges.filter((edge) => edge !== incoming && !(edge.to === name && edge.port === 0));
    if (incoming) edges.push({ from: incoming.from, to: name, port: 0 });
    edges.push({ from: name, to: base, port: 0 });
    const nodes = { ...document.nodes, [name]: { ...fresh, at: node.at }, [base]: { ...node, stacked: true } };
    return { ...document, nodes, edges };
  };
}
