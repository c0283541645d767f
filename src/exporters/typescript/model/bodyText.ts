import { commentText } from '../../../compile/commentText';
import { type Identifiers, camelCase } from '../../../compile/identifiers';
import type { Statement } from '../../../compile/repetition/statement';
import { formatted } from '../text/formatted';
import { valueText } from './statements';

/** Variables for what is only passed on, the first free one at a time. */
export const registers: readonly string[] = ['x', 'y', 'z'];

interface Body {
  readonly statements: readonly Statement[];
  /** Variables of the values that come in; those that are registers may be written over. */
  readonly given: ReadonlyMap<string, string>;
  /** Values that go out keep variables of their own. */
  readonly results: readonly string[];
  readonly identifiers: Identifiers;
  /** The last statement's value is what the function returns. */
  readonly returns?: true;
}

/** A line, or the setting of a variable. */
type Part =
  | { readonly line: string }
  | {
      readonly variable: string;
      readonly value: string;
      readonly loop: Statement['loop'];
      /** What a loop begins with. */
      readonly start: string | null;
    };

/** The lines of a function's body without its return; and the variable of each value. */
export function bodyText(body: Body): {
  readonly lines: readonly string[];
  readonly variables: ReadonlyMap<string, string>;
} {
  const { parts, variables } = partsOf(body);
  const isEnd = (at: number) => body.returns === true && at === parts.length - 1;
  /** Each variable as often as it is set. */
  const set = parts.flatMap((part, at) => {
    if ('line' in part || (isEnd(at) && part.loop === null)) return [];
    return part.loop === null ? [part.variable] : [part.variable, part.variable];
  });
  const declared = new Set(body.given.values());
  const lines = parts.flatMap((part, at) => {
    if ('line' in part) return [part.line];
    const ends = isEnd(at);
    const { variable, value, loop, start } = part;
    const word = declared.has(variable) ? '' : set.filter((each) => each === variable).length > 1 ? 'let ' : 'const ';
    declared.add(variable);
    if (loop === null) return formatted(`${ends ? 'return' : `${word}${variable} =`} ${value};`, 1);
    const first = start === null ? [] : [`  ${word}${variable} = ${start};`];
    return [
      ...first,
      `  ${loopText(loop)}`,
      ...formatted(`${variable} = ${value};`, 2),
      '  }',
      ...(ends ? [`  return ${variable};`] : []),
    ];
  });
  return { lines, variables };
}

function loopText({ from, count }: NonNullable<Statement['loop']>): string {
  const end = /^\d+$/.test(count) ? `< ${from + Number(count)}` : from === 0 ? `< ${count}` : `< ${count} + ${from}`;
  return `for (let index = ${from}; index ${from === 1 && !/^\d/.test(count) ? `<= ${count}` : end}; index++) {`;
}

function partsOf({ statements, given, results, identifiers }: Body) {
  const variables = new Map(given);
  const pool = [...registers];
  const last = new Map<string, number>();
  statements.forEach(({ inputs }, at) => inputs.forEach((input) => last.set(input, at)));
  for (const result of results) last.set(result, Infinity);
  const parts: Part[] = [];
  let around = '';
  statements.forEach((statement, at) => {
    const here = statement.blocks.map(commentText).join(' / ');
    if (here !== around && parts.length > 0) parts.push({ line: '' });
    if (here !== around && here !== '') parts.push({ line: `  // ${here}` });
    around = here;
    if (statement.note !== null) parts.push({ line: `  // ${statement.note}` });
    const taken = new Set(
      [...variables].filter(([value]) => (last.get(value) ?? -1) > at).map(([, variable]) => variable),
    );
    const own = statement.form === 'source' || results.includes(statement.output);
    const [first = ''] = statement.inputs;
    const before = variables.get(first) ?? '';
    const free = [before, ...pool].find((each) => pool.includes(each) && !taken.has(each));
    const fresh = () => {
      if (own) return identifiers.take(camelCase(statement.output), camelCase(statement.label));
      const made = identifiers.take('branch', 'x');
      pool.push(made);
      return made;
    };
    const variable = own || free === undefined ? fresh() : free;
    const { loop } = statement;
    const inputs = statement.inputs.map((input) => (loop && input === first ? variable : variables.get(input)!));
    const start = loop && before !== variable ? before : null;
    parts.push({ variable, value: valueText(statement, inputs), loop, start });
    variables.set(statement.output, variable);
  });
  return { parts, variables };
}
