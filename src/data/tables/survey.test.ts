import { describe, expect, it, test } from 'vitest';
import { cp949, latin1, rows, surveyed, utf16 } from './testTables';

const words = ['bad awful boring', 'wonderful movie loved it', 'cold and dull', 'I liked the plot'];
const review = (at: number) => `${words[at % 4]} w${at % 7}`;
const mood = (at: number) => (at % 2 ? 'pos' : 'neg');
/** How a table is understood, in a line. */
async function understood(...given: Parameters<typeof surveyed>) {
  const { how, rows: count, columns, target } = await surveyed(...given);
  return {
    encoding: how.encoding,
    header: how.header,
    rows: count,
    kinds: columns.map(({ kind }) => kind).join(' '),
    target: target === null ? null : `${columns[target.column]!.name}${target.sure ? '' : '?'}`,
  };
}

describe('encodings', () => {
  // 긍정 and 부정 in CP949.
  const korean = { 긍: [0xb1, 0xe0], 정: [0xc1, 0xa4], 부: [0xba, 0xce] } as const;
  const mixed = (first: string, second: string) =>
    `width,height,answer\n${rows(60, (at) => `${at / 10},${6 - at / 10},${at < 30 ? first : second}`)}`;
  test.each<[string, Uint8Array<ArrayBuffer> | string, string, readonly string[], boolean]>([
    ['UTF-8', mixed('Tör', 'Tür'), 'utf-8', ['Tör', 'Tür'], true],
    ['UTF-8 with a mark', `\uFEFF${mixed('긍정', '부정')}`, 'utf-8', ['긍정', '부정'], true],
    ['Latin-1', latin1(mixed('Tör', 'Tür')), 'windows-1252', ['Tör', 'Tür'], false],
    ['Latin-1 with a letter before ASCII', latin1(mixed('Äpfel', 'Öpfel')), 'windows-1252', ['Äpfel', 'Öpfel'], false],
    ['CP949', cp949(mixed('긍정', '부정'), korean), 'euc-kr', ['긍정', '부정'], false],
    ['UTF-16 LE with a mark', utf16(mixed('긍정', '부정'), true, true), 'utf-16le', ['긍정', '부정'], true],
    ['UTF-16 BE with a mark', utf16(mixed('긍정', '부정'), false, true), 'utf-16be', ['긍정', '부정'], true],
    ['UTF-16 LE', utf16(mixed('긍정', '부정'), true, false), 'utf-16le', ['긍정', '부정'], false],
    ['UTF-16 BE', utf16(mixed('긍정', '부정'), false, false), 'utf-16be', ['긍정', '부정'], false],
  ])('%s is found', async (_, bytes, encoding, classes, sure) => {
    const survey = await surveyed(bytes);
    expect(survey.how.encoding).toBe(encoding);
    expect(survey.sure.encoding).toBe(sure);
    expect(survey.columns.map(({ name }) => name)).toEqual(['width', 'height', 'answer']);
    expect(survey.columns[2]!.values).toEqual(classes.map((label) => [label, 30]));
  });

  test('another one can be said', async () => {
    const survey = await surveyed(latin1(mixed('Tör', 'Tür')), { encoding: 'windows-1251' });
    expect(survey.columns[2]!.values?.map(([label]) => label)).toEqual(['Tцr', 'Tьr']);
    expect(survey.sure.encoding).toBe(true);
  });

  test('a letter over the end of a piece stays whole', async () => {
    const label = (at: number) => (at % 2 ? '긍정' : '부정');
    for (const lead of ['', 'x', 'xy']) {
      const text = `text,label\n${rows(9000, (at) => `${lead}영화 ${at} ${'싫어요 '.repeat(12)},${label(at)}`)}`;
      expect(new Blob([text]).size).toBeGreaterThan(2 ** 20);
      const [, labels] = (await surveyed(text)).columns;
      expect(labels!.values).toEqual([
        ['부정', 4500],
        ['긍정', 4500],
      ]);
    }
  });

  test('broken letters in UTF-8 are told by their line', async () => {
    const bytes = new TextEncoder().encode(mixed('긍정', '부정'));
    const cut = bytes.indexOf(0xea, 400);
    const survey = await surveyed(Uint8Array.from([...bytes.slice(0, cut + 1), ...bytes.slice(cut + 2)]));
    expect(survey.how.encoding).toBe('utf-8');
    expect(survey.brokenLine).toBeGreaterThan(2);
  });
});

describe('what a table is', () => {
  const number = (at: number) => (at / 10).toFixed(1);
  const abc = 'number number category';
  test.each<[string, string, string, string | null, boolean, number]>([
    [
      'names above',
      `a,b,c\n${rows(60, (at) => `${number(at)},${number(60 - at)},${at < 30 ? 'no' : 'yes'}`)}`,
      abc,
      'c',
      true,
      60,
    ],
    [
      'comment,label',
      `comment,label\n${rows(40, (at) => `${review(at)},${mood(at)}`)}`,
      'text category',
      'label',
      true,
      40,
    ],
    [
      'names in Korean',
      `리뷰,감정\n${rows(40, (at) => `${review(at)},${at % 2 ? '긍정' : '부정'}`)}`,
      'text category',
      '감정',
      true,
      40,
    ],
    [
      'names that are numbers',
      `0,1,label\n${rows(60, (at) => `${number(at)},${number(60 - at)},${at < 30 ? 'no' : 'yes'}`)}`,
      abc,
      'label',
      true,
      60,
    ],
    [
      'only numbers as names',
      `0,1,2\n${rows(60, (at) => `${number(at)},${number(60 - at)},${at < 30 ? 0 : 1}`)}`,
      'number number number',
      '2?',
      true,
      60,
    ],
    [
      'names unknown, all words',
      `colour,mood\n${rows(40, (at) => `${at % 3 ? 'red' : 'blue'},${mood(at)}`)}`,
      'category category',
      'mood?',
      true,
      40,
    ],
    ['no names', rows(30, (at) => `${number(at)},${number(60 - at)},${at < 15 ? 'no' : 'yes'}`), abc, 'x3', false, 30],
    ['no names, texts', rows(30, (at) => `${review(at)}\t${at % 2}`), 'text number', 'x2', false, 30],
    ['label first', `label,text\n${rows(40, (at) => `${mood(at)},${review(at)}`)}`, 'category text', 'label', true, 40],
    [
      'v1,v2',
      `v1,v2\n${rows(40, (at) => `${at % 2 ? 'ham' : 'spam'},${review(at)} number ${at}`)}`,
      'category text',
      'v1',
      true,
      40,
    ],
    [
      'v1,v2 with empty columns behind',
      `v1,v2,,,\n${rows(40, (at) => `${at % 2 ? 'ham' : 'spam'},${review(at)} number ${at},,,`)}`,
      'category text ignore ignore ignore',
      'v1',
      true,
      40,
    ],
    [
      'pandas’ index',
      `,a,b\n${rows(40, (at) => `${at},${number(at * 3)},${at % 2 ? 'x' : 'y'}`)}`,
      'identifier number category',
      'b',
      true,
      40,
    ],
    [
      'pandas’ index by its other name',
      `Unnamed: 0,a,y\n${rows(40, (at) => `${at},${number(at * 3)},${number(at * 7)}`)}`,
      'identifier number number',
      'y',
      true,
      40,
    ],
    [
      'ids',
      `PassengerId,Survived,Age\n${rows(40, (at) => `${at + 1},${at % 2},${20 + ((at * 7) % 50)}`)}`,
      'identifier number number',
      'Survived',
      true,
      40,
    ],
    [
      'names of rows, as R writes them',
      `a,b,y\n${rows(20, (at) => `"row${at}",${number(at)},${number(at * 2)},${at % 2 ? 'x' : 'z'}`)}`,
      'identifier number number category',
      'y',
      true,
      20,
    ],
    [
      'pixels behind their class',
      `label,${Array.from({ length: 30 }, (_, at) => `pixel${at}`).join()}\n${rows(30, (at) => `${at % 10},${Array.from({ length: 30 }, (_, x) => (x > 27 ? 0 : (at * x * 37) % 256)).join()}`)}`,
      `number ignore ${'number '.repeat(27)}ignore ignore`,
      'label',
      true,
      30,
    ],
    [
      'dates',
      `date,sales\n${rows(30, (at) => `2024-01-${String(at + 1).padStart(2, '0')},${number(at)}`)}`,
      'date number',
      'sales?',
      true,
      30,
    ],
    [
      'dates day first',
      `day,sales\n${rows(30, (at) => `${at + 1}.01.2024,${number(at)}`)}`,
      'date number',
      'sales?',
      true,
      30,
    ],
    [
      'spaces between numbers, a tab before a name',
      rows(
        40,
        (at) => `${18 + (at % 9)}.5   ${4 + (at % 3)}   ${at % 13 ? 130 + at : '?'}.0  ${at % 3}\t"chevrolet ${at}"`,
      ),
      'number number number number text',
      'x4?',
      false,
      40,
    ],
    [
      'commas between texts of as many words',
      `text,label\n${rows(30, (at) => `a fine film number ${at},${mood(at)}`)}\nwell, I liked it,pos`,
      'text category',
      'label',
      true,
      30,
    ],
    [
      'spaces behind commas',
      rows(30, (at) => `${at}.5, ${at % 4}, ${at % 2}`),
      'number number number',
      'x3?',
      false,
      30,
    ],
    ['few short texts', rows(12, (at) => `some words ${at}\t${at % 2}`), 'text number', 'x2', false, 12],
    [
      'names of rows',
      `ticket,age,y\n${rows(40, (at) => `T${at * 7}x,${at % 9},${mood(at)}`)}`,
      'identifier number category',
      'y',
      true,
      40,
    ],
    [
      'emoji',
      `text,label\n${rows(40, (at) => `${at % 2 ? '😀👍' : '😡👎'},${mood(at)}`)}`,
      'text category',
      'label',
      true,
      40,
    ],
    [
      'JSON lines',
      rows(20, (at) => JSON.stringify({ text: review(at), stars: at % 5, label: mood(at) })),
      'text number category',
      'label',
      false,
      20,
    ],
    [
      'a list of objects, one a line',
      `[\n${rows(20, (at) => `${JSON.stringify({ a: at / 3, y: mood(at) })}${at < 19 ? ',' : ''}`)}\n]`,
      'number category',
      'y',
      false,
      20,
    ],
  ])('%s', async (_, text, kinds, target, header, count) => {
    expect(await understood(text)).toEqual({ encoding: 'utf-8', header, rows: count, kinds, target });
  });

  it('can be told otherwise', async () => {
    const text = `0,1,2\n${rows(20, (at) => `${at},${at % 3},${at % 2}`)}`;
    expect((await surveyed(text, { header: false })).rows).toBe(21);
    expect((await surveyed(text, { header: true })).columns.map(({ name }) => name)).toEqual(['0', '1', '2']);
    expect((await surveyed('a;b,c\n1;2,3\n', { separator: ',' })).columns.map(({ name }) => name)).toEqual([
      'a;b',
      'c',
    ]);
  });

  it('says which columns are the same as the target', async () => {
    const { columns } = await surveyed(
      `a,b,label\n${rows(30, (at) => `${at % 3 ? 'x' : 'y'},${at % 5},${at % 3 ? 1 : 0}`)}`,
    );
    expect(columns[0]!.pattern).toBe(columns[2]!.pattern);
    expect(columns[1]!.pattern).not.toBe(columns[2]!.pattern);
  });

  it('counts what is missing, twice there, far off', async () => {
    const text = `a,b,y\n${rows(40, (at) => `${at === 7 ? '' : at === 8 ? 'NA' : at % 6},${at === 20 ? 5000 : at % 10},${at % 2}`)}\n0,0,0\n0,0,0`;
    const { columns, duplicates } = await surveyed(text);
    expect(columns[0]).toMatchObject({ missing: 2, firstMissing: 9, kind: 'number' });
    expect(columns[1]!.number!.outliers).toBeCloseTo(1 / 42, 6);
    expect(duplicates.count).toBe(10);
    expect(duplicates.lines[0]).toBe(32);
  });
});

describe('numbers', () => {
  const values = async (cells: readonly string[], separator = ',') => {
    const lines = cells.map((cell, at) => `${at}.5${separator}${cell}${separator}${at % 2 ? 'x' : 'y'}`);
    const { columns, how } = await surveyed([`a${separator}b${separator}c`, ...lines, ...lines, ...lines].join('\n'));
    const [, { kind, number }] = columns as [unknown, (typeof columns)[number]];
    return { kind, decimal: how.decimal, min: number?.min, max: number?.max, unit: number?.unit };
  };
  test.each<[string, readonly string[], string, object]>([
    ['points', ['1.5', '-2.25', '.5', '1e3'], ',', { decimal: '.', min: -2.25, max: 1000 }],
    ['thousands', ['"1,000"', '"12,345"', '"1,234,567"', '12'], ',', { decimal: '.', min: 12, max: 1_234_567 }],
    ['thousands with decimals', ['"1,000.50"', '"2,000.25"', '7'], ',', { decimal: '.', min: 7, max: 2000.25 }],
    ['currency', ['"$1,200"', '$900', '$1'], ',', { min: 1, max: 1200, unit: '$' }],
    ['per cent', ['12%', '7 %', '100%'], ',', { min: 7, max: 100, unit: '%' }],
    ['units', ['12 kg', '7.5 kg', '80 kg'], ',', { min: 7.5, max: 80, unit: 'kg' }],
  ])('%s are read', async (_, cells, separator, expected) => {
    expect(await values(cells, separator)).toMatchObject({ kind: 'number', ...expected });
  });

  test('with a comma before the decimals, and a point between thousands', async () => {
    const { columns, how } = await surveyed(
      `a;b;c\n${rows(20, (at) => `${at},5;1.2${10 + at},75;${at % 2 ? 'x' : 'y'}`)}`,
    );
    expect([how.decimal, how.layout]).toMatchObject([',', { separator: ';' }]);
    expect(columns[1]!.number).toMatchObject({ min: 1210.75, max: 1229.75 });
  });

  test('whole numbers beside those with a comma are numbers, too', async () => {
    const { columns } = await surveyed(
      `a;b;c\n${rows(20, (at) => `${at},5;${at === 3 ? 'x' : at};${at % 2 ? 'x' : 'y'}`)}`,
    );
    expect(columns[1]).toMatchObject({ kind: 'number', number: { count: 19, odd: { line: 5, value: 'x' } } });
  });

  test('words among many numbers are told with their line, infinite ones too', async () => {
    const { columns } = await surveyed(
      `a,b\n${rows(20, (at) => `${at === 4 ? 'x?' : at},${at === 9 ? 'inf' : at / 2}`)}`,
    );
    expect(columns[0]!.number).toMatchObject({ odd: { line: 6, value: 'x?' }, oddCount: 1 });
    expect(columns[1]!.number).toMatchObject({ odd: null, infinite: 1, infiniteLine: 11 });
  });
});

describe('what is odd about a file', () => {
  test('comments, lines above the table, ragged rows', async () => {
    const text = `# made by hand\nSales of the year,,\n\na,b,c\n${rows(20, (at) => `${at},${at * 2},${at % 2 ? 'x' : 'y'}`)}\n1,2\n# the end\n`;
    const { faults, ragged, rows: count, columns } = await surveyed(text);
    expect(columns.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect([count, ragged]).toEqual([20, { code: 'ragged', line: 25, got: 2 }]);
    expect(faults).toMatchObject({ comment: { count: 2 }, preamble: { lines: [2] }, ragged: { lines: [25] } });
  });

  test.each<[string, BlobPart, object, string?]>([
    ['nothing', '', { code: 'empty' }],
    ['blanks', ' \n\n ', { code: 'empty' }],
    ['one column', rows(12, String), { code: 'oneColumn' }],
    ['Excel', Uint8Array.from([0x50, 0x4b, 3, 4, 20]), { code: 'notText', is: 'excel' }, 'a.xlsx'],
    ['gzip', Uint8Array.from([0x1f, 0x8b, 8]), { code: 'notText', is: 'gzip' }, 'a.csv.gz'],
    ['bytes', Uint8Array.from({ length: 100 }, (_, at) => (at * 37) % 5), { code: 'notText', is: 'binary' }],
  ])('%s is refused', async (_, text, trouble, name) => {
    await expect(surveyed(text, {}, name)).rejects.toMatchObject({ trouble });
  });

  test('ten thousand columns', async () => {
    const text = rows(12, (row) => Array.from({ length: 10_000 }, (_, at) => (row * at) % 11).join());
    const { columns, rows: count } = await surveyed(text);
    expect([columns.length, count]).toEqual([10_000, 12]);
  });
});
