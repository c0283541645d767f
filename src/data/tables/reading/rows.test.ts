import { describe, expect, test } from 'vitest';
import { Rows } from './rows';
import type { Separator } from './splitLine';

/** Rows with their lines, however the text is cut. */
function read(text: string, separator: Separator = ',', columns = 2) {
  const results = [1, 3, 7, text.length].map((size) => {
    const found: [number, ...string[]][] = [];
    const faults: string[] = [];
    const rows = new Rows(separator, columns, {
      row: (cells, line) => found.push([line, ...cells]),
      fault: ({ code, line }) => faults.push(`${code} ${line}`),
    });
    for (let at = 0; at < text.length; at += size) rows.push(text.slice(at, at + size));
    rows.end();
    return { found, faults };
  });
  for (const result of results) expect(result).toEqual(results[0]);
  return results[0]!;
}

describe('rows', () => {
  test.each<[string, string, readonly (readonly (string | number)[])[]]>([
    [
      'lines',
      'a,b\nc,d',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'Windows’ and old Macs’ lines',
      'a,b\r\nc,d\re,f\r\n',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
        [3, 'e', 'f'],
      ],
    ],
    [
      'empty lines',
      'a,b\n\n  \nc,d\n,\n',
      [
        [1, 'a', 'b'],
        [4, 'c', 'd'],
      ],
    ],
    [
      'quoted cells',
      '"a, b","say ""hi"""\n c , "d" ',
      [
        [1, 'a, b', 'say "hi"'],
        [2, ' c ', 'd'],
      ],
    ],
    [
      'a cell over lines',
      '"a\nb\n\nc",d\ne,f',
      [
        [1, 'a\nb\n\nc', 'd'],
        [5, 'e', 'f'],
      ],
    ],
    [
      'two such cells',
      '"a\nb","c\nd"\ne,f',
      [
        [1, 'a\nb', 'c\nd'],
        [4, 'e', 'f'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual({ found: expected, faults: [] });
  });

  const between = Array.from({ length: 14 }, (_, at) => `w${at},pos`).join('\n');
  test.each<[string, string, number, readonly string[]]>([
    ['inches', `"19 inch" screen,pos\n${between}\nx,neg`, 16, ['strayQuote 1']],
    ['two that open', `"open,pos\n${between}\n"open,neg`, 16, ['strayQuote 1', 'strayQuote 16']],
    ['one that opens, one that ends a cell', `"open,pos\n${between}\nit is 19",neg\nx,pos`, 17, ['strayQuote 1']],
    ['one alone to the end', `"open,pos\n${between}`, 15, ['strayQuote 1']],
    ['inside a cell', `a 19" screen,pos\n${between}`, 15, []],
  ])('a stray mark swallows nothing: %s', (_, text, rows, faults) => {
    const result = read(text);
    expect([result.found.length, result.faults]).toEqual([rows, faults]);
    expect(result.found.every((row) => row.length === 3)).toBe(true);
  });

  test('a cell over two lines that could be two rows is one, and told', () => {
    expect(read('"well, x\nand y",pos\na,b')).toEqual({
      found: [
        [1, 'well, x\nand y', 'pos'],
        [3, 'a', 'b'],
      ],
      faults: ['quoteAcross 1'],
    });
  });

  test('tabs, bars and spaces', () => {
    expect(read('"x" y\tpos\n"z\tneg', '\t').found).toEqual([
      [1, '"x" y', 'pos'],
      [2, '"z', 'neg'],
    ]);
    expect(read('a|b', '|').found).toEqual([[1, 'a', 'b']]);
    expect(read(' 1.5   2  "a b"\n3 4 c', ' ', 3).found).toEqual([
      [1, '1.5', '2', 'a b'],
      [2, '3', '4', 'c'],
    ]);
  });
});
