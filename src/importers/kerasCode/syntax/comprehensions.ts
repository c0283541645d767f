import type { SyntaxNode } from '@lezer/common';
import type { Clause, Expression } from './ast';
import { type ReadExpression, type Source, unreadable } from './cursor';
import { targetOf } from './targets';

export const isComprehension = (children: readonly SyntaxNode[]): boolean =>
  children.some(({ name }) => name === 'for');

/** `element for target in values if condition …`, of a dictionary `key: element for …`. */
export function comprehensionOf(
  source: Source,
  form: 'list' | 'set' | 'dict' | 'generator',
  children: readonly SyntaxNode[],
  line: number,
  read: ReadExpression,
): Expression {
  const start = children.findIndex(({ name }) => name === 'for');
  const made = children.slice(0, start).filter(({ name }) => name !== ':');
  if (start < 0 || made.length === 0) throw unreadable(source, children[0]!);
  const key = form === 'dict' ? read(made[0]!) : null;
  const element = read(made.at(-1)!);
  return { kind: 'comprehension', form, key, element, clauses: clausesOf(source, children.slice(start), read), line };
}

function clausesOf(source: Source, children: readonly SyntaxNode[], read: ReadExpression): Clause[] {
  const clauses: Clause[] = [];
  let at = 0;
  while (at < children.length) {
    const word = children[at]!;
    if (word.name === 'if') {
      const condition = children[at + 1];
      const last = clauses.at(-1);
      if (!condition || !last) throw unreadable(source, word);
      clauses[clauses.length - 1] = { ...last, conditions: [...last.conditions, read(condition)] };
      at += 2;
      continue;
    }
    const inside = children.findIndex(({ name }, index) => index > at && name === 'in');
    const values = children[inside + 1];
    if (word.name !== 'for' || inside < 0 || !values) throw unreadable(source, word);
    const target = targetOf(source, children.slice(at + 1, inside), read);
    clauses.push({ target, values: read(values), conditions: [] });
    at = inside + 2;
  }
  return clauses;
}
