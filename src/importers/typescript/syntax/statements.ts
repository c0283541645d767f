import type { SyntaxNode } from '@lezer/common';
import type { Expression, Statement } from '../../kerasCode/syntax/ast';
import { CodeError } from '../../kerasCode/codeError';
import { type Source, childrenOf, unreadable } from '../../kerasCode/syntax/cursor';
import { expressionOf } from './expressions';
import { parametersOf } from './parameters';

type Place = { readonly line: number; readonly lastLine: number };
type Reader = (source: Source, node: SyntaxNode, children: readonly SyntaxNode[], place: Place) => readonly Statement[];

/** The statements of a body or a whole text; one that cannot be read is `broken`, and those around it stay. */
export function statementsOf(source: Source, nodes: readonly SyntaxNode[]): Statement[] {
  return nodes.flatMap((node) => statementOf(source, node));
}

/** Says something, and builds nothing. */
const silent =
  /^(LineComment|BlockComment|[;{}]|EmptyStatement|ImportDeclaration|TypeAliasDeclaration|InterfaceDeclaration)$/;

function statementOf(source: Source, node: SyntaxNode): readonly Statement[] {
  if (silent.test(node.name)) return [];
  const line = source.lineAt(node.from);
  const place = { line, lastLine: source.lineAt(Math.max(node.from, node.to - 1)) };
  const broken = (at = line): Statement => ({ kind: 'broken', text: source.lineText(at), ...place, line: at });
  const reader = Object.hasOwn(readers, node.name) ? readers[node.name]! : null;
  const wrong = errorIn(node);
  if (wrong) return [broken(source.lineAt(wrong.from))];
  if (!reader) return [broken()];
  try {
    return source.inside(node, () => reader(source, node, childrenOf(node), place));
  } catch (error) {
    if (!(error instanceof CodeError) || error.code !== 'syntax') throw error;
    return [broken(error.line)];
  }
}

/** Where the grammar goes on although something is missing; the statements of a body are looked at one by one. */
function errorIn(node: SyntaxNode): SyntaxNode | null {
  const waiting = childrenOf(node);
  while (waiting.length > 0) {
    const next = waiting.pop()!;
    if (next.type.isError) return next;
    if (next.name !== 'Block') waiting.push(...childrenOf(next));
  }
  return null;
}

const bodyOf = (source: Source, node: SyntaxNode | undefined): Statement[] =>
  node === undefined
    ? []
    : node.name === 'Block'
      ? statementsOf(source, childrenOf(node))
      : statementsOf(source, [node]);

const named = (children: readonly SyntaxNode[], name: string) => children.find((child) => child.name === name);

/** Something is given to a name. */
function assigned(name: string, value: Expression, place: Place): Statement {
  const expression: Expression = { kind: 'name', name, line: place.line };
  return { kind: 'assign', targets: [{ kind: 'to', expression }], value, ...place };
}

const variables: Reader = (source, node, children, place) => {
  const all: Statement[] = [];
  children.forEach((child, at) => {
    if (child.name !== 'VariableDefinition') {
      if (child.name === 'ObjectPattern' || child.name === 'ArrayPattern') throw unreadable(source, node);
      return;
    }
    const equals = children.slice(at + 1).findIndex(({ name }) => name === 'Equals' || name === ',');
    const value = children[at + 2 + equals];
    if (equals < 0 || children[at + 1 + equals]!.name === ',' || !value) return;
    all.push(assigned(source.textOf(child), expressionOf(source, value), place));
  });
  return all;
};

const expression: Reader = (source, node, [inside], place) => {
  if (!inside) throw unreadable(source, node);
  return [effectOf(source, inside, place)];
};

/** `x = …`, `x += …`, `x++`, or a call. */
function effectOf(source: Source, node: SyntaxNode, place: Place): Statement {
  const [target, operator, value] = childrenOf(node);
  if (node.name === 'AssignmentExpression' && target && operator && value) {
    const given = expressionOf(source, value);
    const to = expressionOf(source, target);
    const word = source.textOf(operator);
    if (word === '=') return { kind: 'assign', targets: [{ kind: 'to', expression: to }], value: given, ...place };
    return { kind: 'update', target: to, operator: word.slice(0, -1), value: given, ...place };
  }
  if (node.name === 'PostfixExpression' && target && operator) {
    const one: Expression = { kind: 'number', value: 1, float: false, line: place.line };
    const word = source.textOf(operator)[0]!;
    return { kind: 'update', target: expressionOf(source, target), operator: word, value: one, ...place };
  }
  return { kind: 'expression', value: expressionOf(source, node), ...place };
}

const loop: Reader = (source, node, children, place) => {
  const body = bodyOf(source, children.at(-1));
  const of = named(children, 'ForOfSpec');
  if (of) {
    const inside = childrenOf(of);
    const name = named(inside, 'VariableDefinition');
    const values = inside.filter(({ name: kind }) => kind !== ')').at(-1);
    if (!name || !values) throw unreadable(source, node);
    const expressionTo: Expression = { kind: 'name', name: source.textOf(name), line: place.line };
    const target = { kind: 'to', expression: expressionTo } as const;
    return [{ kind: 'for', target, values: expressionOf(source, values), body, otherwise: [], ...place }];
  }
  const spec = named(children, 'ForSpec');
  const parts = spec ? childrenOf(spec).filter(({ name }) => !['(', ')', ';'].includes(name)) : [];
  const [first, test, step] = parts;
  if (first?.name !== 'VariableDeclaration' || !test || !step) throw unreadable(source, node);
  const counting = effectOf(source, step, place);
  const whole = { kind: 'while', test: expressionOf(source, test), body: [...body, counting], ...place } as const;
  return [...statementsOf(source, [first]), whole];
};

const readers: Readonly<Record<string, Reader>> = {
  VariableDeclaration: variables,
  ExpressionStatement: expression,
  ExportDeclaration: (source, _, children) =>
    statementsOf(
      source,
      children.filter(({ name }) => name.endsWith('Declaration')),
    ),
  FunctionDeclaration: (source, node, children, place) => {
    const name = named(children, 'VariableDefinition');
    const list = named(children, 'ParamList');
    if (!name || !list) throw unreadable(source, node);
    const { parameters, taken } = parametersOf(source, list, (child) => expressionOf(source, child));
    const body = [...taken, ...bodyOf(source, named(children, 'Block'))];
    return [{ kind: 'function', name: source.textOf(name), parameters, body, decorators: [], ...place }];
  },
  ReturnStatement: (source, _, children, place) => {
    const value = children.slice(1).find(({ name }) => name !== ';');
    return [{ kind: 'return', value: value ? expressionOf(source, value) : null, ...place }];
  },
  ForStatement: loop,
  WhileStatement: (source, node, [, test, body], place) => {
    if (!test || !body) throw unreadable(source, node);
    return [{ kind: 'while', test: expressionOf(source, test), body: bodyOf(source, body), ...place }];
  },
  IfStatement: (source, node, [, test, met, , otherwise], place) => {
    if (!test || !met) throw unreadable(source, node);
    const branches = [{ test: expressionOf(source, test), body: bodyOf(source, met) }];
    return [{ kind: 'if', branches, otherwise: bodyOf(source, otherwise), ...place }];
  },
  Block: (source, _, children) => statementsOf(source, children),
};
