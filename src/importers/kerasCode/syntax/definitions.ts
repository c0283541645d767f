import type { SyntaxNode } from '@lezer/common';
import type { Expression, Statement } from './ast';
import { type Source, childrenOf } from './cursor';
import { argumentsOf, expressionOf } from './expressions';
import { parametersOf } from './parameters';

/** Where a definition stands, and what its body holds. */
interface Defined {
  readonly line: number;
  readonly lastLine: number;
  readonly body: readonly Statement[];
}

const named = (children: readonly SyntaxNode[], name: string) => children.find((child) => child.name === name);

const nameIn = (source: Source, children: readonly SyntaxNode[]) => {
  const name = named(children, 'VariableName');
  return name ? source.textOf(name) : '';
};

/** `def name(parameters): …` with its decorators. */
export function functionDefinition(
  source: Source,
  children: readonly SyntaxNode[],
  decorators: readonly SyntaxNode[],
  defined: Defined,
): Statement {
  const list = named(children, 'ParamList');
  return {
    kind: 'function',
    name: nameIn(source, children),
    parameters: list ? parametersOf(source, list, (child) => expressionOf(source, child)) : [],
    decorators: decorators.map((node) => decoratorOf(source, node)),
    ...defined,
  };
}

function decoratorOf(source: Source, node: SyntaxNode): Expression {
  const line = source.lineAt(node.from);
  const names = childrenOf(node).filter(({ name }) => name === 'VariableName');
  const [first, ...rest] = names.map((child) => source.textOf(child));
  const path = rest.reduce<Expression>((object, name) => ({ kind: 'attribute', object, name, line }), {
    kind: 'name',
    name: first ?? '',
    line,
  });
  const list = named(childrenOf(node), 'ArgList');
  return list ? { kind: 'call', callee: path, args: argumentsOf(source, list), line } : path;
}

/** `class name(bases): …`. */
export function classDefinition(source: Source, children: readonly SyntaxNode[], defined: Defined): Statement {
  const list = named(children, 'ArgList');
  return { kind: 'class', name: nameIn(source, children), bases: list ? argumentsOf(source, list) : [], ...defined };
}
