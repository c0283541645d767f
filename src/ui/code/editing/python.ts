import { HighlightStyle, LRLanguage, indentService, indentUnit, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';
import { parser } from '@lezer/python';

const colours = HighlightStyle.define([
  { tag: tags.comment, class: 'cm-comment' },
  { tag: [tags.keyword, tags.bool, tags.null], class: 'cm-keyword' },
  { tag: tags.string, class: 'cm-string' },
  { tag: tags.number, class: 'cm-number' },
  { tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName))], class: 'cm-title' },
]);

/** A new line begins where the one before does; deeper behind a colon or an open bracket. */
const indentation = indentService.of(({ state }, position) => {
  const before = state.doc.lineAt(position);
  const text = before.text.slice(0, position - before.from);
  const margin = /^ */.exec(text)![0].length;
  return margin + (/[:([{]\s*$/.test(text) ? 4 : 0);
});

/** Python with its colours. */
export const python: Extension = [
  LRLanguage.define({ parser, languageData: { commentTokens: { line: '#' } } }),
  syntaxHighlighting(colours),
  indentUnit.of('    '),
  indentation,
];
