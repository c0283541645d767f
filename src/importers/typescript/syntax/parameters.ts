import type { SyntaxNode } from '@lezer/common';
import type { Expression, Parameter, Statement } from '../../kerasCode/syntax/ast';
import { type Source, childrenOf, separated } from '../../kerasCode/syntax/cursor';

/** Parameters of a function, and what is taken out of those that are objects (`{ filters, name }`) before it begins. */
export interface Parameters {
  readonly parameters: readonly Parameter[];
  readonly taken: readonly Statement[];
}

/** The parameters between the brackets of a function; types are left out. */
export function parametersOf(source: Source, list: SyntaxNode, read: (node: SyntaxNode) => Expression): Parameters {
  const parameters: Parameter[] = [];
  const taken: Statement[] = [];
  const inside = childrenOf(list).filter(({ name }) => !['(', ')', 'TypeAnnotation', 'Optional'].includes(name));
  for (const [first, second, third] of separated(inside)) {
    const initial = second?.name === 'Equals' && third ? read(third) : null;
    if (first!.name !== 'ObjectPattern') {
      parameters.push({ name: source.textOf(first!), kind: 'plain', initial });
      continue;
    }
    // No name of JavaScript has a blank in it.
    const name = `given ${parameters.length}`;
    parameters.push({ name, kind: 'plain', initial });
    taken.push(...takenFrom(source, name, first!, read));
  }
  return { parameters, taken };
}

function takenFrom(
  source: Source,
  name: string,
  pattern: SyntaxNode,
  read: (node: SyntaxNode) => Expression,
): readonly Statement[] {
  return childrenOf(pattern)
    .filter((child) => child.name === 'PatternProperty')
    .map((property): Statement => {
      const line = source.lineAt(property.from);
      const [key, ...rest] = childrenOf(property);
      const own = source.textOf(key!);
      const from: Expression = { kind: 'name', name, line };
      const field: Expression = { kind: 'string', parts: [{ text: own }], line };
      const usual = rest.some((child) => child.name === 'Equals') ? rest.at(-1) : undefined;
      const value: Expression = usual
        ? {
            kind: 'call',
            callee: { kind: 'attribute', object: from, name: 'get', line },
            args: [field, read(usual)].map((each) => ({ value: each, name: null, spread: '' })),
            line,
          }
        : { kind: 'subscript', object: from, index: field, line };
      const target = { kind: 'to', expression: { kind: 'name', name: own, line } } as const;
      return { kind: 'assign', targets: [target], value, line, lastLine: line };
    });
}
