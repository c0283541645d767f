import type { AnyBrick } from '../../brick/brick';
import { initialParams } from '../../brick/brick';
import { compile } from '../../compile/compile';
import type { Document, Node } from '../../document/document';
import type { Library } from '../../document/template';
import type { ImportNote } from '../importer';

/** The brick that does what is in it at every place along the first axis. */
const wrapperOf = (brick: AnyBrick, bricks: readonly AnyBrick[]) =>
  bricks.find(({ layer, wraps }) => layer.keras === 'TimeDistributed' && wraps?.accepts(brick));

/**
 * A `Dense` over a picture, which Keras computes at every pixel, as the wrapper that does so with the same weights; the
 * document with these, and what is said of it.
 */
export function perPlace(
  document: Document,
  library: Library,
): { readonly document: Document; readonly assumed: readonly ImportNote[] } {
  const bricks = Object.values(library.bricks);
  const along = Object.entries(document.nodes).filter(([, { type }]) => library.bricks[type]?.alongLast === true);
  const assumed: ImportNote[] = [];
  let now = document;
  // What is behind such a layer has its shape only when the layer stands.
  for (let left = along.length; left > 0; left--) {
    const names = new Set(along.map(([name]) => name));
    const unfit = compile(now, library).issues.filter(
      ({ code, where, data }) =>
        code === 'rank' &&
        where !== null &&
        names.has(where) &&
        (data as { shape: readonly unknown[] }).shape.length === 3,
    );
    const changed = unfit.flatMap(({ where }) => {
      const node = now.nodes[where!]!;
      const brick = library.bricks[node.type];
      const wrapper = brick && wrapperOf(brick, bricks);
      return wrapper ? [[where!, wrapped(node, brick, wrapper)] as const] : [];
    });
    if (changed.length === 0) break;
    now = { ...now, nodes: { ...now.nodes, ...Object.fromEntries(changed) } };
    for (const [where] of changed) assumed.push({ code: 'perPlace', where, data: {} });
  }
  return { document: now, assumed };
}

function wrapped(node: Node, brick: AnyBrick, wrapper: AnyBrick): Node {
  const layer = { type: node.type, params: { ...initialParams(brick), ...node.params } };
  return { ...node, type: wrapper.type, params: { ...initialParams(wrapper), layer } as unknown as Node['params'] };
}
