const straight: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u2032': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u2033': '"',
  '\uff08': '(',
  '\uff09': ')',
  '\uff0c': ',',
  '\uff1a': ':',
  '\uff1d': '=',
  '\u00a0': ' ',
  '\u3000': ' ',
  '\u2212': '-',
  '\u200b': '',
  '\ufeff': '',
};

const odd = new RegExp(`[${Object.keys(straight).join('')}]`, 'g');

/** A text as it was pasted from a page, a book or a console, as Python has it; lines stay where they are. */
export function tidied(pasted: string): string {
  const lines = pasted.replace(/\r\n?/g, '\n').split('\n').map(straightened);
  return level(withoutMagics(withoutNumbers(withoutPrompts(lines))))
    .map(printed)
    .join('\n');
}

/** Quotes and spaces of typesetters are Python's, outside comments. */
function straightened(line: string): string {
  const at = line.indexOf('#');
  const code = at < 0 ? line : line.slice(0, at);
  return code.replace(odd, (letter) => straight[letter]!).replaceAll('\t', '    ') + (at < 0 ? '' : line.slice(at));
}

/** Of a console's session, what was typed: `>>> x = 1`, `... y`, `In [3]: z`; what it answered is left out. */
function withoutPrompts(lines: readonly string[]): readonly string[] {
  const prompt = /^\s*(?:(?:>>>|\.\.\.)(?: |$)|In ?\[\d*\]: ?)/;
  if (!lines.some((line) => /^\s*(>>> |In ?\[\d*\]:)/.test(line))) return lines;
  const isCell = lines.some((line) => /^\s*In ?\[\d*\]:/.test(line));
  let typed = false;
  return lines.map((line) => {
    if (prompt.test(line)) {
      typed = true;
      return line.replace(prompt, '');
    }
    if (/^\s*Out ?\[\d*\]:/.test(line) || (line.trim() === '' && !isCell)) typed = false;
    return isCell && typed ? line : '';
  });
}

/** Numbers of lines, copied with the code. */
function withoutNumbers(lines: readonly string[]): readonly string[] {
  const said = lines.filter((line) => line.trim() !== '');
  const numbered = /^\s*(\d+)(?:[.:|)]\s?|\s|$)/;
  const numbers = said.map((line) => Number(numbered.exec(line)?.[1] ?? Number.NaN));
  const rises = numbers.length > 2 && numbers.every((number, index) => index === 0 || number > numbers[index - 1]!);
  return rises && !numbers.some(Number.isNaN) ? lines.map((line) => line.replace(numbered, '')) : lines;
}

/** `%matplotlib inline`, `!pip install` and `?` are the notebook's own. */
function withoutMagics(lines: readonly string[]): readonly string[] {
  const first = lines.find((line) => line.trim() !== '') ?? '';
  if (/^\s*%%(?!time|capture)/.test(first)) return lines.map(() => '');
  return lines.map((line) => {
    if (/^\s*(%|!|\?)/.test(line) || /^\s*[\w.]+\?+\s*$/.test(line)) return line.replace(/\S.*$/, 'pass');
    return line.replace(/^(\s*[\w, ]+=\s*)[!%].*$/, '$1None');
  });
}

/** A block that was copied with its indentation stands at the edge. */
function level(lines: readonly string[]): readonly string[] {
  const said = lines.filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
  const [first] = said;
  if (first === undefined) return lines;
  const margins = said.map((line) => /^ */.exec(line)![0].length);
  const least = Math.min(...margins);
  if (least > 0) return lines.map((line) => line.slice(Math.min(least, /^ */.exec(line)![0].length)));
  // The first line may be copied without the indentation that the others have.
  const others = Math.min(...margins.slice(1));
  if (
    margins.length > 1 &&
    margins[0] === 0 &&
    others > 0 &&
    Number.isFinite(others) &&
    !/[:\\,([{]\s*(#.*)?$/.test(first) &&
    !opens(first)
  ) {
    let isFirst = true;
    return lines.map((line) => {
      if (isFirst && line.trim() !== '' && !line.trim().startsWith('#')) {
        isFirst = false;
        return line;
      }
      return line.slice(Math.min(others, /^ */.exec(line)![0].length));
    });
  }
  return lines;
}

/** More brackets are opened in a line than closed. */
const opens = (line: string) => (line.match(/[([{]/g)?.length ?? 0) > (line.match(/[)\]}]/g)?.length ?? 0);

/** `print x` of Python 2. */
const printed = (line: string) =>
  /^\s*print\s+[^(=\s]/.test(line) ? line.replace(/print\s+(.*)$/, 'pass  # $1') : line;
