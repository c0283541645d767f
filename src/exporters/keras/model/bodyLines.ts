import type { Identifiers } from '../../../compile/identifiers';
import { commentText } from '../../../compile/commentText';
import { blackLines } from './blackText';
import type { Statement } from '../../../compile/repetition/statement';
import { writtenArguments } from './statement';

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

/** The lines of a function's body, without its return; and the variable of each value. */
export function bodyLines({ statements, given, results, identifiers, returns }: Body) {
  const variables = new Map(given);
  const pool = [...registers];
  const last = new Map<string, number>();
  statements.forEach(({ inputs }, at) => inputs.forEach((input) => last.set(input, at)));
  for (const result of results) last.set(result, Infinity);
  const lines: string[] = [];
  let around = '';
  statements.forEach((statement, at) => {
    const here = statement.blocks.map(commentText).join(' / ');
    if (here !== around && lines.length > 0) lines.push('');
    if (here !== around && here !== '') lines.push(`    # ${here}`);
    around = here;
    if (statement.note !== null) lines.push(`    # ${statement.note}`);
    const taken = new Set(
      [...variables].filter(([value]) => (last.get(value) ?? -1) > at).map(([, variable]) => variable),
    );
    const own = statement.form === 'source' || results.includes(statement.output);
    const [first = ''] = statement.inputs;
    const before = variables.get(first) ?? '';
    const free = [before, ...pool].find((each) => pool.includes(each) && !taken.has(each));
    const fresh = () => {
      const made = own ? identifiers.take(statement.name ?? statement.callee, 'x') : identifiers.take('branch', 'x');
      if (!own) pool.push(made);
      return made;
    };
    const variable = own || free === undefined ? fresh() : free;
    if (statement.loop && before !== variable) lines.push(`    ${variable} = ${before}`);
    const inputs = statement.inputs.map((input) =>
      statement.loop && input === first ? variable : variables.get(input)!,
    );
    variables.set(statement.output, variable);
    const ends = returns && at === statements.length - 1 && statement.loop === null;
    const text = `${ends ? 'return' : `${variable} =`} ${callText(statement, inputs)}`;
    if (statement.loop === null) lines.push(...blackLines(text, '    '));
    else lines.push(`    for index in ${rangeText(statement.loop)}:`, ...blackLines(text, '        '));
  });
  const end = statements.at(-1);
  if (returns && end?.loop) lines.push(`    return ${variables.get(end.output)!}`);
  return { lines, variables };
}

function rangeText({ from, count }: NonNullable<Statement['loop']>): string {
  const end = /^\d+$/.test(count) ? String(from + Number(count)) : from === 0 ? count : `${count} + ${from}`;
  return from === 0 ? `range(${end})` : `range(${from}, ${end})`;
}

function callText(statement: Statement, inputs: readonly string[]): string {
  const args = writtenArguments(statement);
  const { callee, form } = statement;
  if (form === 'direct') return `${callee}(${[...inputs, ...args].join(', ')})`;
  const made = `${callee}(${args.join(', ')})`;
  if (form === 'source') return made;
  return form === 'list' ? `${made}([${inputs.join(', ')}])` : `${made}(${inputs[0]})`;
}
