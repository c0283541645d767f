import type { SyntaxNode } from '@lezer/common';
import type { Expression, Statement } from './ast';
import { CodeError } from '../codeError';
import { type Source, childrenOf, separated, unreadable } from './cursor';
import { classDefinition, functionDefinition } from './definitions';
import { expressionOf, expressionsOf } from './expressions';
import { importOf } from './imports';
import { targetOf } from './targets';

const targetAt = (source: Source, nodes: readonly SyntaxNode[]) =>
  targetOf(source, nodes, (node) => expressionOf(source, node));

type Place = { readonly line: number; readonly lastLine: number };
type Reader = (source: Source, node: SyntaxNode, children: readonly SyntaxNode[], place: Place) => Statement;

/** The statements of a body or a whole text; one that is no Python is `broken`, and those around it stay. */
export function statementsOf(source: Source, nodes: readonly SyntaxNode[]): Statement[] {
  return nodes.flatMap((node) => {
    if (node.name === 'StatementGroup') return statementsOf(source, childrenOf(node));
    if (node.name === ';' || node.name === ':') return [];
    return [statementOf(source, node)];
  });
}

function statementOf(source: Source, node: SyntaxNode): Statement {
  const line = source.lineAt(node.from);
  const place = { line, lastLine: source.lineAt(Math.max(node.from, node.to - 1)) };
  const broken = (at = line): Statement => ({ kind: 'broken', text: source.lineText(at), ...place, line: at });
  const reader = Object.hasOwn(readers, node.name) ? readers[node.name]! : null;
  if (!reader) return broken();
  if (isBroken(node)) return broken();
  try {
    return source.inside(node, () => reader(source, node, childrenOf(node), place));
  } catch (error) {
    if (!(error instanceof CodeError) || error.code !== 'syntax') throw error;
    return broken(error.line);
  }
}

/** The grammar goes on where something is missing; what it made of a statement then is a guess. */
function isBroken(node: SyntaxNode): boolean {
  const waiting = childrenOf(node).filter(({ name }) => name !== 'Body');
  while (waiting.length > 0) {
    const next = waiting.pop()!;
    // `1.` is a number, and a definition's statements are looked at one by one.
    if (next.type.isError && next.parent?.firstChild?.name !== 'Number') return true;
    if (next.name !== 'Body') waiting.push(...childrenOf(next));
  }
  return false;
}

const bodyOf = (source: Source, node: SyntaxNode | undefined): Statement[] =>
  node ? statementsOf(source, childrenOf(node)) : [];

const named = (children: readonly SyntaxNode[], name: string) => children.find((child) => child.name === name);
/** The body behind a word such as `else`. */
const after = (children: readonly SyntaxNode[], word: string) => {
  const at = children.findIndex((child) => child.name === word);
  return at < 0 ? undefined : named(children.slice(at), 'Body');
};

const assign: Reader = (source, node, children, place) => {
  const groups = separated(
    children.filter(({ name }) => name !== 'TypeDef'),
    'AssignOp',
  );
  const value = groups.at(-1)!;
  // `name: type` gives nothing.
  if (groups.length < 2 && children.some(({ name }) => name === 'TypeDef')) return { kind: 'pass', ...place };
  if (groups.length < 2) throw unreadable(source, node);
  const targets = groups.slice(0, -1).map((group) => targetAt(source, group));
  return { kind: 'assign', targets, value: expressionsOf(source, value, place.line), ...place };
};

const condition: Reader = (source, node, children, place) => {
  const branches: { test: Expression; body: Statement[] }[] = [];
  let otherwise: Statement[] = [];
  for (const [index, word] of children.entries()) {
    const rest = children.slice(index + 1);
    const body = bodyOf(source, named(rest, 'Body'));
    if (word.name === 'else') otherwise = body;
    if (word.name !== 'if' && word.name !== 'elif') continue;
    if (!rest[0] || rest[0].name === 'Body') throw unreadable(source, node);
    branches.push({ test: expressionOf(source, rest[0]), body });
  }
  return { kind: 'if', branches, otherwise, ...place };
};

const loop: Reader = (source, node, children, place) => {
  const start = children.findIndex(({ name }) => name === 'for');
  const inside = children.findIndex(({ name }) => name === 'in');
  const body = children.findIndex(({ name }) => name === 'Body');
  if (inside < start + 2 || body < inside + 2) throw unreadable(source, node);
  return {
    kind: 'for',
    target: targetAt(source, children.slice(start + 1, inside)),
    values: expressionsOf(source, children.slice(inside + 1, body), place.line),
    body: bodyOf(source, children[body]),
    otherwise: bodyOf(source, after(children, 'else')),
    ...place,
  };
};

const withStatement: Reader = (source, _, children, place) => {
  const inside = children.filter(({ name }) => !['async', 'with', 'Body', '(', ')'].includes(name));
  const items = separated(inside).map((group) => {
    const at = group.findIndex(({ name }) => name === 'as');
    const target = at > 0 && group[at + 1] ? targetAt(source, group.slice(at + 1)) : null;
    return { value: expressionOf(source, group[0]!), target };
  });
  return { kind: 'with', items, body: bodyOf(source, named(children, 'Body')), ...place };
};

const word =
  (kind: 'pass' | 'break' | 'continue' | 'assert'): Reader =>
  (_source, _node, _children, place) => ({ kind, ...place });

const valueAfter = (source: Source, children: readonly SyntaxNode[], line: number): Expression | null => {
  const end = children.findIndex(({ name }) => name === 'from');
  const rest = children.slice(1, end < 0 ? undefined : end);
  return rest.length === 0 ? null : expressionsOf(source, rest, line);
};

const readers: Readonly<Record<string, Reader>> = {
  ExpressionStatement: (source, _, children, place) => ({
    kind: 'expression',
    value: expressionsOf(source, children, place.line),
    ...place,
  }),
  AssignStatement: assign,
  UpdateStatement: (source, node, [target, operator, ...rest], place) => {
    if (!target || !operator || rest.length === 0) throw unreadable(source, node);
    return {
      kind: 'update',
      target: expressionOf(source, target),
      operator: source.textOf(operator).slice(0, -1),
      value: expressionsOf(source, rest, place.line),
      ...place,
    };
  },
  ImportStatement: (source, _, children, place) => ({ kind: 'import', ...importOf(source, children), ...place }),
  IfStatement: condition,
  ForStatement: loop,
  WhileStatement: (source, node, [, test, body], place) => {
    if (!test || test.name === 'Body') throw unreadable(source, node);
    return { kind: 'while', test: expressionOf(source, test), body: bodyOf(source, body), ...place };
  },
  WithStatement: withStatement,
  TryStatement: (source, _, children, place) => ({
    kind: 'try',
    body: [...bodyOf(source, after(children, 'try')), ...bodyOf(source, after(children, 'else'))],
    last: bodyOf(source, after(children, 'finally')),
    ...place,
  }),
  FunctionDefinition: (source, _, children, place) =>
    functionDefinition(source, children, [], { ...place, body: bodyOf(source, named(children, 'Body')) }),
  ClassDefinition: (source, _, children, place) =>
    classDefinition(source, children, { ...place, body: bodyOf(source, named(children, 'Body')) }),
  DecoratedStatement: (source, node, children, place) => {
    const inside = children.at(-1);
    const parts = inside ? childrenOf(inside) : [];
    const defined = { ...place, body: bodyOf(source, named(parts, 'Body')) };
    if (inside?.name === 'ClassDefinition') return classDefinition(source, parts, defined);
    if (inside?.name !== 'FunctionDefinition') throw unreadable(source, node);
    return functionDefinition(
      source,
      parts,
      children.filter(({ name }) => name === 'Decorator'),
      defined,
    );
  },
  ReturnStatement: (source, _, children, place) => ({
    kind: 'return',
    value: valueAfter(source, children, place.line),
    ...place,
  }),
  ScopeStatement: (source, _, [outer, ...names], place) => ({
    kind: 'scope',
    names: names.filter(({ name }) => name === 'VariableName').map((child) => source.textOf(child)),
    outer: outer?.name === 'nonlocal' ? 'nonlocal' : 'global',
    ...place,
  }),
  DeleteStatement: (source, _, [, ...rest], place) => ({
    kind: 'delete',
    targets: separated(rest).map(([first]) => expressionOf(source, first!)),
    ...place,
  }),
  RaiseStatement: (source, _, children, place) => ({
    kind: 'raise',
    value: valueAfter(source, children, place.line),
    ...place,
  }),
  AssertStatement: word('assert'),
  PassStatement: word('pass'),
  BreakStatement: word('break'),
  ContinueStatement: word('continue'),
  // `print x` of Python 2 says something and builds nothing.
  PrintStatement: word('pass'),
};
