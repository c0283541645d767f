import hljs from 'highlight.js/lib/core';
import css from 'highlight.js/lib/languages/css';
import ini from 'highlight.js/lib/languages/ini';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import markdown from 'highlight.js/lib/languages/markdown';
import python from 'highlight.js/lib/languages/python';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import type { ReactNode } from 'react';

const languages = { css, ini, javascript, json, markdown, python, typescript, xml };
for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);

/** Code beyond this many characters is shown plain: colouring it would hold up typing. */
const longest = 120_000;

/** Code with its words coloured, as React elements: highlight.js's markup is parsed, never inserted. */
export function highlighted(code: string, language: string | null): ReactNode {
  if (language === null || code.length > longest) return code;
  const { value } = hljs.highlight(code, { language, ignoreIllegals: true });
  const { body } = new DOMParser().parseFromString(`<body>${value}`, 'text/html');
  return Array.from(body.childNodes, element);
}

function element(node: ChildNode, key: number): ReactNode {
  if (!(node instanceof Element)) return node.textContent;
  return (
    <span key={key} className={node.className}>
      {Array.from(node.childNodes, element)}
    </span>
  );
}
