import type { SyntaxNode } from '@lezer/common';
import type { Expression, StringPart } from './ast';
import { type Source, childrenOf } from './cursor';

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '0': '\0',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
  '\n': '',
};

/** Text between quotes as Python means it; `raw`: backslashes stand for themselves. */
function plainText(text: string, raw: boolean): string {
  if (raw || !text.includes('\\')) return text;
  return text.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g,
    (
      whole,
      two: string | undefined,
      four: string | undefined,
      eight: string | undefined,
      letter: string | undefined,
    ) => {
      const code = two ?? four ?? eight;
      if (code !== undefined) {
        const point = Number.parseInt(code, 16);
        return point <= 0x10_ffff ? String.fromCodePoint(point) : whole;
      }
      return letter === undefined ? whole : (escapes[letter] ?? (/['"\\]/.test(letter) ? letter : `\\${letter}`));
    },
  );
}

/** Prefix, e.g. `rb`, and where the text between the quotes lies. */
function bounds(text: string): { readonly prefix: string; readonly from: number; readonly to: number } {
  const prefix = /^[a-zA-Z]*/.exec(text)![0];
  const quote = text.slice(prefix.length);
  const width = /^("""|''')/.test(quote) ? 3 : 1;
  const closed = text.length >= prefix.length + 2 * width && text.endsWith(quote.slice(0, width));
  return { prefix: prefix.toLowerCase(), from: prefix.length + width, to: closed ? text.length - width : text.length };
}

/** The parts of a string, an f-string or several of them side by side. */
export function stringParts(source: Source, node: SyntaxNode, read: (node: SyntaxNode) => Expression): StringPart[] {
  if (node.name === 'ContinuedString') return childrenOf(node).flatMap((child) => stringParts(source, child, read));
  const text = source.textOf(node);
  const { prefix, from, to } = bounds(text);
  const raw = prefix.includes('r');
  if (node.name === 'String') return [{ text: plainText(text.slice(from, to), raw) }];
  const parts: StringPart[] = [];
  const literal = (start: number, end: number) => {
    if (end <= start) return;
    const between = source.text.slice(start, end).replaceAll('{{', '{').replaceAll('}}', '}');
    parts.push({ text: plainText(between, raw) });
  };
  let at = node.from + from;
  for (const child of childrenOf(node)) {
    if (child.name !== 'FormatReplacement') continue;
    literal(at, child.from);
    parts.push(replacement(source, child, read));
    at = child.to;
  }
  literal(at, node.from + to);
  return parts;
}

function replacement(source: Source, node: SyntaxNode, read: (node: SyntaxNode) => Expression): StringPart {
  const inside = childrenOf(node).filter(({ name }) => name !== '{' && name !== '}');
  const of = (name: string) => inside.find((child) => child.name === name);
  const format = of('FormatSpec');
  const conversion = of('FormatConversion');
  return {
    value: read(inside[0] ?? node),
    conversion: conversion ? source.textOf(conversion).slice(1) : '',
    format: format ? source.textOf(format).slice(1) : '',
  };
}
