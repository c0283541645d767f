import type { SyntaxNode } from '@lezer/common';
import type { Expression } from './ast';
import { CodeError } from '../codeError';

/** Deeper than anybody writes; deeper trees would end the call stack. */
const deepest = 200;

/** The text with its lines, for the readers of the tree. */
export class Source {
  readonly #starts: readonly number[];
  #depth = 0;

  constructor(readonly text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
  }

  /** The line (from 1) in which a letter stands. */
  lineAt(position: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= position) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** A line as it is written, cut where it is long. */
  lineText(line: number): string {
    const from = this.#starts[line - 1] ?? 0;
    return this.text
      .slice(from, (this.#starts[line] ?? this.text.length + 1) - 1)
      .trim()
      .slice(0, 80);
  }

  textOf({ from, to }: { readonly from: number; readonly to: number }): string {
    return this.text.slice(from, to);
  }

  /** Reads what lies inside a node. Throws `CodeError('tooDeep')` where it lies too deep. */
  inside<T>(node: SyntaxNode, read: () => T): T {
    if (this.#depth >= deepest) throw new CodeError('tooDeep', this.lineAt(node.from), { limit: deepest });
    this.#depth += 1;
    try {
      return read();
    } finally {
      this.#depth -= 1;
    }
  }
}

/** Reads an expression; the readers of its parts are given it, for all know each other. */
export type ReadExpression = (node: SyntaxNode) => Expression;

/** A node's children that say something: no comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.name.endsWith('Comment')) children.push(child);
  }
  return children;
}

/** Children between the commas. */
export function separated(children: readonly SyntaxNode[], comma = ','): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  for (const child of children) {
    if (child.name === comma) groups.push([]);
    else groups.at(-1)!.push(child);
  }
  return groups.filter((group) => group.length > 0);
}

/** Something in the tree that is not Python. */
export function unreadable(source: Source, node: SyntaxNode): CodeError<'syntax'> {
  const line = source.lineAt(node.from);
  return new CodeError('syntax', line, { text: source.lineText(line) });
}
