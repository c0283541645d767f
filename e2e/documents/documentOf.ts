import { bricks } from '../../bricks/index';
import { initialParams } from '../../src/brick/brick';
import { type Document, type Edge, type Node, emptyDocument } from '../../src/document/document';

/** A document from `name: [type, params?, extra?]` and wires `from>to` or `from>to@port`. */
export function documentOf(
  nodes: Readonly<Record<string, readonly [type: string, params?: object, extra?: Partial<Node>]>>,
  wires: readonly string[],
): Document {
  const edges = wires.map((wire): Edge => {
    const [from, target] = wire.split('>') as [string, string];
    const [to, port] = target.split('@') as [string, string?];
    return { from, to, port: Number(port ?? 0) };
  });
  const built = Object.entries(nodes).map(([name, [type, params, extra]]) => {
    const initial = Object.hasOwn(bricks, type) ? initialParams(bricks[type]!) : {};
    return [name, { type, params: { ...initial, ...params }, trainable: true, at: [0, 0], ...extra }];
  });
  return { ...emptyDocument('Test'), nodes: Object.fromEntries(built) as Document['nodes'], edges };
}
