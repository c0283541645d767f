import type { SyntaxNode } from '@lezer/common';
import type { Target } from './ast';
import { type ReadExpression, type Source, childrenOf, separated, unreadable } from './cursor';

const inBrackets = (node: SyntaxNode) => childrenOf(node).filter(({ name }) => !/^[()[\]]$/.test(name));

/** What values are given to: names, attributes, places in a list, several of them. */
export function targetOf(source: Source, nodes: readonly SyntaxNode[], read: ReadExpression): Target {
  const [first] = nodes;
  if (!first) throw new Error('A target of no nodes');
  if (nodes.some(({ name }) => name === ',')) {
    return { kind: 'several', targets: separated(nodes).map((group) => targetOf(source, group, read)) };
  }
  if (first.name === '*' && nodes[1]) return { kind: 'rest', target: targetOf(source, nodes.slice(1), read) };
  if (first.name === 'TupleExpression' || first.name === 'ArrayExpression') {
    const groups = separated(inBrackets(first));
    return { kind: 'several', targets: groups.map((group) => targetOf(source, group, read)) };
  }
  if (first.name === 'ParenthesizedExpression') {
    const inside = inBrackets(first);
    if (inside.length > 0) return targetOf(source, inside, read);
  }
  if (first.name !== 'VariableName' && first.name !== 'MemberExpression') throw unreadable(source, first);
  return { kind: 'to', expression: read(first) };
}
