import { initialParams } from '../../src/brick/brick';
import { type Document, type Node, emptyDocument } from '../../src/document/document';
import { library } from '../../templates/index';

/** A chain of convolutions and activations, with a shortcut (Add) every tenth brick. */
export function chainOf(count: number): Document {
  const nodes: Record<string, Node> = {};
  const edges: { from: string; to: string; port: number }[] = [];
  const place = (name: string, type: string, changes: object, from: readonly string[]) => {
    const params = { ...initialParams(library.bricks[type]!), ...changes } as Node['params'];
    nodes[name] = { type, params, trainable: true, at: [0, 0] };
    from.forEach((source, port) => edges.push({ from: source, to: name, port }));
  };
  place('brick0', 'inputImage', { shape: [32, 32, 8] }, []);
  for (let index = 1; index < count; index++) {
    const [below, name] = [`brick${index - 1}`, `brick${index}`];
    if (index % 10 === 0) place(name, 'add', {}, [below, `brick${index - 3}`]);
    else if (index % 2 === 0) place(name, 'activation', {}, [below]);
    else place(name, 'conv2d', { filters: 8, padding: 'same' }, [below]);
  }
  return { ...emptyDocument('chain'), nodes, edges };
}
