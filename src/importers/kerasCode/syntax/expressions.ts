import type { SyntaxNode } from '@lezer/common';
import type { CallArgument, Comparison, Entry, Expression, Item } from './ast';
import { comprehensionOf, isComprehension } from './comprehensions';
import { type Source, childrenOf, separated, unreadable } from './cursor';
import { parametersOf } from './parameters';
import { stringParts } from './strings';

type Reader = (source: Source, node: SyntaxNode, children: readonly SyntaxNode[], line: number) => Expression;

/** An expression of the tree. Throws `CodeError` for what is no Python. */
export function expressionOf(source: Source, node: SyntaxNode): Expression {
  const reader = Object.hasOwn(readers, node.name) ? readers[node.name]! : null;
  if (!reader) throw unreadable(source, node);
  return source.inside(node, () => reader(source, node, childrenOf(node), source.lineAt(node.from)));
}

/** An expression of several nodes: with commas a tuple. */
export function expressionsOf(source: Source, nodes: readonly SyntaxNode[], line: number): Expression {
  const items = itemsOf(source, nodes);
  if (items.length === 1 && !items[0]!.spread && nodes.every(({ name }) => name !== ',')) return items[0]!.value;
  return { kind: 'tuple', items, line };
}

function itemsOf(source: Source, nodes: readonly SyntaxNode[]): Item[] {
  return separated(nodes).map((group) => {
    const spread = group[0]!.name === '*';
    return { value: expressionOf(source, group[spread ? 1 : 0] ?? group[0]!), spread };
  });
}

const inBrackets = (children: readonly SyntaxNode[]) => children.filter(({ name }) => !/^[()[\]{}]$/.test(name));

const sequence =
  (kind: 'tuple' | 'list' | 'set'): Reader =>
  (source, _, children, line) => ({ kind, items: itemsOf(source, inBrackets(children)), line });

const comprehension =
  (form: 'list' | 'set' | 'dict' | 'generator'): Reader =>
  (source, _, children, line) =>
    comprehensionOf(source, form, inBrackets(children), line, (child) => expressionOf(source, child));

const numberOf: Reader = (source, node, _, line) => {
  const text = source.textOf(node).replaceAll('_', '').toLowerCase();
  const value = Number(/^0[0-7]+$/.test(text) ? `0o${text.slice(1)}` : text.replace(/l$/, ''));
  if (Number.isNaN(value)) return { kind: 'unread', what: source.textOf(node).slice(0, 40), line };
  return { kind: 'number', value, float: /[.e]/.test(text) && !text.startsWith('0x'), line };
};

const binary: Reader = (source, node, children, line) => {
  const [left, operator, ...rest] = children;
  const right = rest.at(-1);
  if (!left || !operator || !right) throw unreadable(source, node);
  const exponent = exponentOf(source, left, operator, right);
  if (exponent !== null) return { kind: 'number', value: exponent, float: true, line };
  const words = [operator, ...rest.slice(0, -1)].map((child) => source.textOf(child)).join(' ');
  if (words === 'and' || words === 'or') {
    const [one, other] = [expressionOf(source, left), expressionOf(source, right)];
    return { kind: 'logical', operator: words, left: one, right: other, line };
  }
  const value = expressionOf(source, right);
  if (!/^([<>]=?|==|!=|<>|in|not in|is|is not)$/.test(words)) {
    return { kind: 'binary', operator: words, left: expressionOf(source, left), right: value, line };
  }
  const first = expressionOf(source, left);
  const last: Comparison = { operator: words, right: value };
  // `a < b < c` comes as one inside the other, unless there are brackets.
  const chained = first.kind === 'compare' && left.name === 'BinaryExpression';
  return chained ? { ...first, rest: [...first.rest, last] } : { kind: 'compare', first, rest: [last], line };
};

/** The grammar takes `1.e-3` for a member of 1 and a difference. */
function exponentOf(source: Source, left: SyntaxNode, operator: SyntaxNode, right: SyntaxNode): number | null {
  if (left.name !== 'MemberExpression' || right.name !== 'Number' || !/^\d+\.[eE]$/.test(source.textOf(left)))
    return null;
  const value = Number(`${source.textOf(left)}${source.textOf(operator)}${source.textOf(right)}`);
  return Number.isNaN(value) ? null : value;
}

/** Arguments of a call. */
export function argumentsOf(source: Source, node: SyntaxNode): CallArgument[] {
  const children = childrenOf(node).slice(1);
  const inside = children.at(-1)?.name === ')' ? children.slice(0, -1) : children;
  if (isComprehension(inside)) {
    const value = comprehensionOf(source, 'generator', inside, source.lineAt(node.from), (child) =>
      expressionOf(source, child),
    );
    return [{ value, name: null, spread: '' }];
  }
  return separated(inside).map((group): CallArgument => {
    const [first, second, third] = group;
    if (first!.name === '*' || first!.name === '**') {
      return { value: expressionOf(source, second ?? first!), name: null, spread: first!.name };
    }
    if (second?.name === 'AssignOp') {
      return { value: expressionOf(source, third ?? second), name: source.textOf(first!), spread: '' };
    }
    return { value: expressionOf(source, first!), name: null, spread: '' };
  });
}

const dictionary: Reader = (source, _, children, line) => {
  const entries = separated(inBrackets(children)).map((group): Entry => {
    if (group[0]!.name === '**') return { key: null, value: expressionOf(source, group[1] ?? group[0]!) };
    return { key: expressionOf(source, group[0]!), value: expressionOf(source, group[2] ?? group.at(-1)!) };
  });
  return { kind: 'dict', entries, line };
};

/** `a.b` or `a[index]`. */
const memberOf: Reader = (source, node, [object, dot, ...rest], line) => {
  if (!object || !dot) throw unreadable(source, node);
  if (object.name === 'Number' && dot.name === '.') {
    // The grammar takes the point of `1.` for that of a member.
    const value = Number(source.textOf(node).replaceAll('_', '').trim());
    if (!Number.isNaN(value)) return { kind: 'number', value, float: true, line };
  }
  const inner = expressionOf(source, object);
  if (dot.name === '.') {
    return { kind: 'attribute', object: inner, name: rest[0] ? source.textOf(rest[0]) : '', line };
  }
  const inside = rest.filter(({ name }) => name !== ']');
  const groups = separated(inside).map((group) => indexOf(source, group, line));
  if (groups.length === 0) throw unreadable(source, node);
  const several = inside.some(({ name }) => name === ',');
  const items = groups.map((value) => ({ value, spread: false }));
  const index: Expression = several ? { kind: 'tuple', items, line } : groups[0]!;
  return { kind: 'subscript', object: inner, index, line };
};

function indexOf(source: Source, group: readonly SyntaxNode[], line: number): Expression {
  if (group.every(({ name }) => name !== ':')) return expressionOf(source, group[0]!);
  const parts: (Expression | null)[] = [null];
  for (const child of group) {
    if (child.name === ':') parts.push(null);
    else parts[parts.length - 1] = expressionOf(source, child);
  }
  return { kind: 'slice', start: parts[0] ?? null, stop: parts[1] ?? null, step: parts[2] ?? null, line };
}

const string: Reader = (source, node, _, line) => {
  return { kind: 'string', parts: stringParts(source, node, (child) => expressionOf(source, child)), line };
};

const unread: Reader = (source, node, _, line) => ({
  kind: 'unread',
  what: source.textOf(node).split(/\s/, 1)[0]!.slice(0, 40),
  line,
});

const readers: Readonly<Record<string, Reader>> = {
  VariableName: (source, node, _, line) => ({ kind: 'name', name: source.textOf(node), line }),
  Number: numberOf,
  String: string,
  FormatString: string,
  ContinuedString: string,
  Boolean: (source, node, _, line) => ({ kind: 'boolean', value: source.textOf(node) === 'True', line }),
  None: (_source, _node, _children, line) => ({ kind: 'none', line }),
  Ellipsis: (_source, _node, _children, line) => ({ kind: 'ellipsis', line }),
  ParenthesizedExpression: (source, node, children) => {
    const [inside] = inBrackets(children);
    if (!inside) throw unreadable(source, node);
    return expressionOf(source, inside);
  },
  TupleExpression: sequence('tuple'),
  ArrayExpression: sequence('list'),
  SetExpression: sequence('set'),
  DictionaryExpression: dictionary,
  ArrayComprehensionExpression: comprehension('list'),
  SetComprehensionExpression: comprehension('set'),
  DictionaryComprehensionExpression: comprehension('dict'),
  ComprehensionExpression: comprehension('generator'),
  BinaryExpression: binary,
  UnaryExpression: (source, node, [operator, operand], line) => {
    if (!operator || !operand) throw unreadable(source, node);
    return { kind: 'unary', operator: source.textOf(operator), operand: expressionOf(source, operand), line };
  },
  ConditionalExpression: (source, node, [then, , test, , otherwise], line) => {
    if (!then || !test || !otherwise) throw unreadable(source, node);
    const [one, condition, other] = [then, test, otherwise].map((child) => expressionOf(source, child));
    return { kind: 'conditional', test: condition!, met: one!, otherwise: other!, line };
  },
  CallExpression: (source, node, [callee, list], line) => {
    if (!callee || !list) throw unreadable(source, node);
    return { kind: 'call', callee: expressionOf(source, callee), args: argumentsOf(source, list), line };
  },
  MemberExpression: memberOf,
  LambdaExpression: (source, node, children, line) => {
    const list = children.find(({ name }) => name === 'ParamList');
    const body = children.at(-1);
    if (!body || body.name === ':') throw unreadable(source, node);
    const parameters = list ? parametersOf(source, list, (child) => expressionOf(source, child)) : [];
    return { kind: 'lambda', parameters, body: expressionOf(source, body), line };
  },
  NamedExpression: (source, node, [name, , value], line) => {
    if (!name || !value) throw unreadable(source, node);
    return { kind: 'named', name: source.textOf(name), value: expressionOf(source, value), line };
  },
  YieldExpression: unread,
  AwaitExpression: unread,
};
