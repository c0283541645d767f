import type { SyntaxNode } from '@lezer/common';
import type { CallArgument, Entry, Expression, StringPart } from '../../kerasCode/syntax/ast';
import { type Source, childrenOf, separated, unreadable } from '../../kerasCode/syntax/cursor';
import { parametersOf } from './parameters';
import { unescaped } from './unescaped';

type Reader = (source: Source, node: SyntaxNode, children: readonly SyntaxNode[], line: number) => Expression;

/** An expression of the tree. Throws `CodeError` for what is none that builds a model. */
export function expressionOf(source: Source, node: SyntaxNode): Expression {
  const reader = Object.hasOwn(readers, node.name) ? readers[node.name]! : null;
  if (!reader) throw unreadable(source, node);
  return source.inside(node, () => reader(source, node, childrenOf(node), source.lineAt(node.from)));
}

const text = (value: string, line: number): Expression => ({ kind: 'string', parts: [{ text: value }], line });

/** `a.b` as a name; calls of `layer.apply(x)` are those of the layer. */
const called: Reader = (source, node, children, line) => {
  const list = children.find(({ name }) => name === 'ArgList');
  const callee = children.find(({ name }) => !['ArgList', 'new', 'TypeArgList'].includes(name));
  if (!callee) throw unreadable(source, node);
  const target = expressionOf(source, callee);
  const inside = list ? childrenOf(list).filter(({ name }) => name !== '(' && name !== ')') : [];
  const args = separated(inside).map((group): CallArgument => {
    if (group[0]!.name === 'Spread') throw unreadable(source, node);
    return { value: expressionOf(source, group[0]!), name: null, spread: '' };
  });
  const isApplied = target.kind === 'attribute' && target.name === 'apply';
  return { kind: 'call', callee: isApplied ? target.object : target, args, line };
};

const member: Reader = (source, node, [object, dot, name], line) => {
  if (!object || !dot || !name) throw unreadable(source, node);
  const inner = expressionOf(source, object);
  if (dot.name === '[') return { kind: 'subscript', object: inner, index: expressionOf(source, name), line };
  return { kind: 'attribute', object: inner, name: source.textOf(name), line };
};

const same: Readonly<Record<string, string>> = { '===': '==', '!==': '!=', '??': 'or' };

const binary: Reader = (source, node, [left, operator, right], line) => {
  if (!left || !operator || !right) throw unreadable(source, node);
  const written = source.textOf(operator);
  // A type says nothing of the value.
  if (written === 'as' || written === 'satisfies') return expressionOf(source, left);
  const [one, other] = [expressionOf(source, left), expressionOf(source, right)];
  if (written === '&&' || written === '||') {
    return { kind: 'logical', operator: written === '&&' ? 'and' : 'or', left: one, right: other, line };
  }
  const word = same[written] ?? written;
  if (/^([<>]=?|==|!=)$/.test(word))
    return { kind: 'compare', first: one, rest: [{ operator: word, right: other }], line };
  return { kind: 'binary', operator: word, left: one, right: other, line };
};

const object: Reader = (source, node, children, line) => {
  const inside = children.filter(({ name }) => name !== '{' && name !== '}');
  const entries = separated(inside).map(([property]): Entry => {
    const [key, ...rest] = property ? childrenOf(property) : [];
    if (property?.name !== 'Property' || !key) throw unreadable(source, node);
    const name = key.name === 'String' ? unescaped(source.textOf(key)) : source.textOf(key);
    const value = rest.at(-1);
    const given: Expression = value
      ? expressionOf(source, value)
      : { kind: 'name', name, line: source.lineAt(key.from) };
    return { key: text(name, source.lineAt(key.from)), value: given };
  });
  return { kind: 'dict', entries, line };
};

const template: Reader = (source, node, children, line) => {
  const parts: StringPart[] = [];
  let from = node.from + 1;
  for (const child of children) {
    if (child.name !== 'Interpolation') continue;
    const [, value] = childrenOf(child);
    if (!value) throw unreadable(source, child);
    parts.push({ text: unescaped(`\`${source.text.slice(from, child.from)}\``) });
    parts.push({ value: expressionOf(source, value), conversion: '', format: '' });
    from = child.to;
  }
  parts.push({ text: unescaped(`\`${source.text.slice(from, node.to - 1)}\``) });
  return { kind: 'string', parts, line };
};

const arrow: Reader = (source, node, children, line) => {
  const list = children.find(({ name }) => name === 'ParamList');
  const body = children.at(-1);
  if (!list || !body || body.name === 'Block') throw unreadable(source, node);
  const { parameters, taken } = parametersOf(source, list, (child) => expressionOf(source, child));
  if (taken.length > 0) throw unreadable(source, node);
  return { kind: 'lambda', parameters, body: expressionOf(source, body), line };
};

const readers: Readonly<Record<string, Reader>> = {
  VariableName: (source, node, _, line) => {
    const name = source.textOf(node);
    return name === 'undefined' ? { kind: 'none', line } : { kind: 'name', name, line };
  },
  Number: (source, node, _, line) => {
    const written = source.textOf(node).replaceAll('_', '');
    const value = Number(written);
    if (Number.isNaN(value)) throw unreadable(source, node);
    return { kind: 'number', value, float: !Number.isInteger(value), line };
  },
  String: (source, node, _, line) => text(unescaped(source.textOf(node)), line),
  TemplateString: template,
  BooleanLiteral: (source, node, _, line) => ({ kind: 'boolean', value: source.textOf(node) === 'true', line }),
  null: (_source, _node, _children, line) => ({ kind: 'none', line }),
  ParenthesizedExpression: (source, node, children) => {
    const inside = children.find(({ name }) => name !== '(' && name !== ')');
    if (!inside) throw unreadable(source, node);
    return expressionOf(source, inside);
  },
  ArrayExpression: (source, _, children, line) => {
    const inside = children.filter(({ name }) => name !== '[' && name !== ']');
    const items = separated(inside).map(([first]) => ({ value: expressionOf(source, first!), spread: false }));
    return { kind: 'list', items, line };
  },
  ObjectExpression: object,
  CallExpression: called,
  NewExpression: called,
  MemberExpression: member,
  BinaryExpression: binary,
  UnaryExpression: (source, node, [operator, operand], line) => {
    if (!operator || !operand) throw unreadable(source, node);
    const written = source.textOf(operator);
    return { kind: 'unary', operator: written === '!' ? 'not' : written, operand: expressionOf(source, operand), line };
  },
  ConditionalExpression: (source, node, [test, , met, , otherwise], line) => {
    if (!test || !met || !otherwise) throw unreadable(source, node);
    const [one, two, three] = [test, met, otherwise].map((child) => expressionOf(source, child));
    return { kind: 'conditional', test: one!, met: two!, otherwise: three!, line };
  },
  ArrowFunction: arrow,
};
