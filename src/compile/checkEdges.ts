import type { Document } from '../document/document';
import type { Library } from '../document/template';
import type { ProblemCode, Problems } from './issue';

/** What is wrong with the wires into one brick. */
export interface WireProblem {
  readonly code: ProblemCode;
  readonly to: string;
  readonly data: Problems[ProblemCode];
}

/**
 * Wires that lead from nowhere, into an input brick, or two into one port; one problem per brick.
 * A bypassed brick takes part in no model, so its wires are not judged.
 */
export function checkEdges(document: Document, library: Library): readonly WireProblem[] {
  const problems = new Map<string, WireProblem>();
  const ports = new Map<string, { to: string; from: string[] }>();
  for (const { from, to, port } of document.edges) {
    const node = Object.hasOwn(document.nodes, to) ? document.nodes[to]! : undefined;
    if (node === undefined || node.bypassed) continue;
    const inputs = Object.hasOwn(library.bricks, node.type) ? library.bricks[node.type]!.inputs : 'many';
    if (!Object.hasOwn(document.nodes, from)) {
      if (!problems.has(to)) problems.set(to, { code: 'danglingEdge', to, data: { from } });
    } else if (inputs === 0) {
      if (!problems.has(to)) problems.set(to, { code: 'unexpectedInput', to, data: { from } });
    }
    const key = inputs === 1 ? to : `${port} ${to}`;
    const entry = ports.get(key);
    if (entry) entry.from.push(from);
    else ports.set(key, { to, from: [from] });
  }
  for (const { to, from } of ports.values()) {
    if (from.length > 1 && !problems.has(to)) problems.set(to, { code: 'doubleInput', to, data: { from } });
  }
  return [...problems.values()];
}
