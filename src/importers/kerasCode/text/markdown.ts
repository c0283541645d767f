import { type CodeText, codeText } from './codeText';
import { tidied } from './tidy';

const opened = /^\s*(```+|~~~+)\s*\{?\.?\s*([\w-]*)/;

/** The code between the fences of a Markdown text; null where there is none. Other languages than Python are left out. */
export function markdownCode(text: string): CodeText | null {
  const parts: { text: string; line: number; cell: null }[] = [];
  let open: { readonly mark: string; readonly wanted: boolean; readonly line: number } | null = null;
  let inside: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const fence = opened.exec(line);
    if (open === null) {
      if (!fence) continue;
      const language = fence[2]!.toLowerCase();
      open = { mark: fence[1]!, wanted: /^(|py|python\d?|ipython\d?|pycon|jupyter)$/.test(language), line: index + 2 };
      inside = [];
    } else if (line.trim().startsWith(open.mark)) {
      if (open.wanted) parts.push({ text: tidied(inside.join('\n')), line: open.line, cell: null });
      open = null;
    } else inside.push(line);
  }
  if (open?.wanted) parts.push({ text: tidied(inside.join('\n')), line: open.line, cell: null });
  return parts.length === 0 ? null : codeText(parts);
}
