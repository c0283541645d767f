import type { SyntaxNode } from '@lezer/common';
import type { Expression, Parameter } from './ast';
import { type Source, childrenOf, separated } from './cursor';

/** Parameters of a function or a lambda; what is behind `*` can only be given by name. */
export function parametersOf(source: Source, list: SyntaxNode, read: (node: SyntaxNode) => Expression): Parameter[] {
  const parameters: Parameter[] = [];
  let named = false;
  const inside = childrenOf(list).filter(({ name }) => name !== '(' && name !== ')' && name !== 'TypeDef');
  for (const group of separated(inside)) {
    const [first, second, third] = group;
    const star = first!.name === '*' || first!.name === '**';
    const name = source.textOf(star ? (second ?? first!) : first!);
    if (star && !second) named = true;
    else if (first!.name === '*') {
      named = true;
      parameters.push({ name, kind: '*', initial: null });
    } else if (first!.name === '**') parameters.push({ name, kind: '**', initial: null });
    else if (first!.name === 'VariableName') {
      const initial = second?.name === 'AssignOp' && third ? read(third) : null;
      parameters.push({ name, kind: named ? 'named' : 'plain', initial });
    }
  }
  return parameters;
}
