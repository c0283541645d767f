import { describe, expect, test } from 'vitest';
import { brickList } from '../../../bricks/index';
import { library } from '../../../templates/index';
import { countFormulas } from './scenes/countFormula';
import { type AxisFormula, outputFormulas } from './scenes/outputFormula';
import { subjectOfExample } from './subject';
import { evaluate } from './testArithmetic';

const subjects = brickList.flatMap((brick) =>
  brick.examples.map((example, index) => ({
    title: `${brick.type} ${index + 1}`,
    example,
    subject: subjectOfExample(brick, index, library)!,
  })),
);

describe.each(subjects)('$title', ({ example, subject }) => {
  /** What a formula says the size is; the size itself where it only points at the model inside. */
  function size(formula: AxisFormula): unknown {
    const { value } = formula;
    if (formula.kind === 'computed') return formula.text.includes('?') ? null : evaluate(formula.text);
    if (formula.kind === 'taken') return subject.inputShapes[formula.input - 1]![formula.axis - 1];
    if (formula.kind === 'nested') return subject.nested ? value : undefined;
    const sources =
      formula.kind === 'kept'
        ? [...subject.inputShapes, ...(subject.inner?.inputShapes ?? [])].flat()
        : [subject.params[formula.param], subject.inner?.params[formula.param]].flat();
    return sources.find((each) => each === value);
  }

  test('the output formulas give the shape', () => {
    const formulas = outputFormulas(subject);
    expect(formulas.map(size)).toEqual(example.out);
  });

  test('the count formulas give the number of parameters', () => {
    const formulas = countFormulas(subject);
    for (const { text, value } of formulas) expect(evaluate(text)).toBe(value);
    expect(formulas.reduce((sum, { value }) => sum + value, 0)).toBe(example.weights);
  });

  test('only what is no rule at all is said as a bare number', () => {
    const bare = outputFormulas(subject).filter((formula) => formula.kind === 'computed' && /^\d+$/.test(formula.text));
    const sizes = [1, ...subject.inputShapes.flat()];
    expect(bare.filter(({ value }) => !sizes.includes(value))).toEqual([]);
  });
});

test('formulas read as in a book', () => {
  const [first] = subjects.filter(({ title }) => title === 'conv2d 1');
  expect(outputFormulas(first!.subject)).toEqual([
    { name: 'height', value: 30, kind: 'computed', text: '⌊(32 − 3) / 1⌋ + 1' },
    { name: 'width', value: 30, kind: 'computed', text: '⌊(32 − 3) / 1⌋ + 1' },
    { name: 'channels', value: 8, kind: 'param', param: 'filters' },
  ]);
  expect(countFormulas(first!.subject).map(({ name, text, value }) => `${name} ${text} = ${value}`)).toEqual([
    'kernel 3·3·3·8 = 216',
    'bias 8 = 8',
  ]);
});
