import { type Document, type Edge, type Node } from './document';
import { type AnyTemplate, buildTemplate } from './template';

/** The bricks of an architecture without its input, and where they are wired to what is around them. */
export interface ArchitectureBricks {
  readonly nodes: Readonly<Record<string, Node>>;
  readonly blocks: Document['blocks'];
  readonly edges: readonly Edge[];
  /** Bricks and ports that take the picture. */
  readonly entries: readonly Pick<Edge, 'to' | 'port'>[];
  /** The brick whose output is the backbone's. */
  readonly exit: string;
}

export function architectureBricks(
  template: AnyTemplate,
  options: Readonly<Record<string, unknown>>,
): ArchitectureBricks {
  const { nodes, edges, blocks } = buildTemplate(template, options);
  const fed = new Set(edges.map(({ to }) => to));
  const feeding = new Set(edges.map(({ from }) => from));
  const layers = Object.keys(nodes).filter((name) => fed.has(name));
  return {
    nodes: Object.fromEntries(layers.map((name) => [name, nodes[name]!])),
    blocks,
    edges: edges.filter(({ from }) => fed.has(from)),
    entries: edges.filter(({ from }) => !fed.has(from)),
    exit: layers.findLast((name) => !feeding.has(name))!,
  };
}
