import { describe, expect, test } from 'vitest';
import { chain, frozenHead } from '../../../e2e/documents/chain';
import { library } from '../../../templates/index';
import { compile } from '../compile';
import { fieldText } from './receptiveField';
import { summaryText } from './summary';
import { csvCell, summaryCsv, tableRows } from './summaryTable';

const plan = compile(frozenHead(), library);

describe('the table', () => {
  const rows = tableRows(plan);

  test('has every layer, those of a nested model below it, frozen with it', () => {
    expect(rows).toHaveLength(plan.steps.length + 19);
    const backbone = rows.findIndex(({ name }) => name === 'vgg16');
    expect(rows[backbone]).toMatchObject({ nested: true, parameters: 14_714_688, trainableParameters: 0, depth: 0 });
    expect(rows[backbone + 2]).toMatchObject({
      key: 'vgg16/block1_conv1',
      parent: 'vgg16',
      depth: 1,
      parameters: 1792,
      trainableParameters: 0,
      multiplyAdds: 224 * 224 * 27 * 64,
      activation: 4 * 224 * 224 * 64,
    });
    expect(rows.at(-1)).toMatchObject({
      name: 'dense_1',
      parameters: 513,
      trainableParameters: 513,
      multiplyAdds: 512,
    });
  });

  test.each([
    [null, '?'],
    ['everything', 'all'],
    [[], '–'],
    [
      [
        { size: 3, jump: 1 },
        { size: 5, jump: 2 },
      ],
      '3×5',
    ],
  ] as const)('receptive field %j reads %s', (field, text) => {
    expect(fieldText(field)).toBe(text);
  });
});

describe('CSV', () => {
  test.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', `"'=1+1"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@sum', `"'@sum"`],
    [' room ', '" room "'],
    ['room ', '"room "'],
    ['two words', 'two words'],
    [-1.5, '-1.5'],
    [null, ''],
  ])('%j is written %s', (value, text) => {
    expect(csvCell(value)).toBe(text);
  });

  test('has a header and one line per layer, each with the same number of cells', () => {
    const lines = summaryCsv(plan, 32).split('\r\n');
    expect(lines).toHaveLength(plan.steps.length + 19 + 2);
    expect(lines.at(-1)).toBe('');
    expect(lines[1]).toBe(`photo,InputLayer,"(None, 224, 224, 3)",0,0,0,${32 * 4 * 224 * 224 * 3},32,1×1,1×1,`);
    expect(lines.find((line) => line.startsWith('vgg16/block5_pool'))).toContain(',212×212,32×32,');
  });

  test('activations of an open size are left empty', () => {
    const open = chain('open', [
      ['inputSequence', 's', { shape: [null, 3] }],
      ['conv1d', 'c'],
    ]);
    const [, input, conv] = summaryCsv(compile(open, library), 32).split('\r\n');
    expect(input).toMatch(/^s,InputLayer,"\(None, None, 3\)",0,0,[^,]*,,32,/);
    expect(conv).toMatch(/,,32,/);
  });

  test('a name that is a formula cannot become one', () => {
    const evil = compile(
      chain('=', [
        ['inputVector', '=cmd|"/c calc"!A1'],
        ['dense', '@d'],
      ]),
      library,
    );
    expect(summaryCsv(evil, 1)).toContain(`"'=cmd|""/c calc""!A1"`);
    expect(summaryCsv(evil, 1)).toContain(`"'@d"`);
  });
});

test('the printed summary can have the numbers beside it; without them it is as it was', () => {
  const text = summaryText(plan, { numbersFor: 32 });
  expect(text).toMatch(/Layer \(type\) +Output Shape +Param # +Multiply-adds +Activations +Receptive field/);
  expect(text).toMatch(/vgg16 \(Functional\) +\(None, 7, 7, 512\) +14714688 +15346630656 +/);
  expect(text).toContain('Total multiply-adds: 15,359,476,224 for one sample (FLOPs: twice as many)');
  expect(text).toMatch(/Activations for a batch of 32: [\d.]+ GB/);
  expect(summaryText(plan)).not.toContain('ultiply');
});
