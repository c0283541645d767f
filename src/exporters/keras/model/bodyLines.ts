import type { Identifiers } from '../../../compile/identifiers';
import { commentText } from '../../../compile/commentText';
import { blackLines } from './blackText';
import type { Statement } from '../../../compile/repetition/statement';
import { type Values, placedStatements } from '../../../compile/repetition/variables';
import { writtenArguments } from './statement';

interface Body extends Values {
  readonly identifiers: Identifiers;
  /** The last statement's value is what the function returns. */
  readonly returns?: true;
}

/** The lines of a function's body, without its return; and the variable of each value. */
export function bodyLines({ identifiers, returns, ...values }: Body) {
  const { placed, variables } = placedStatements(values, {
    own: ({ name, callee }) => identifiers.take(name ?? callee, 'x'),
    branch: () => identifiers.take('branch', 'x'),
  });
  const lines: string[] = [];
  const layers = new Map<string, string>();
  let around = '';
  placed.forEach(({ statement, variable, inputs, start }, at) => {
    const here = statement.blocks.map(commentText).join(' / ');
    if (here !== around && lines.length > 0) lines.push('');
    if (here !== around && here !== '') lines.push(`    # ${here}`);
    around = here;
    if (statement.note !== null) lines.push(`    # ${statement.note}`);
    if (start !== null) lines.push(`    ${variable} = ${start}`);
    const { layer } = statement;
    if (layer?.made) {
      layers.set(layer.of, identifiers.take(statement.name ?? statement.callee, 'layer'));
      lines.push(...blackLines(`${layers.get(layer.of)!} = ${madeText(statement)}`, '    '));
    }
    const ends = returns && at === placed.length - 1 && statement.loop === null;
    const text = `${ends ? 'return' : `${variable} =`} ${callText(statement, inputs, layer ? layers.get(layer.of)! : null)}`;
    if (statement.loop === null) lines.push(...blackLines(text, '    '));
    else lines.push(`    for index in ${rangeText(statement.loop)}:`, ...blackLines(text, '        '));
  });
  const end = values.statements.at(-1);
  if (returns && end?.loop) lines.push(`    return ${variables.get(end.output)!}`);
  return { lines, variables };
}

function rangeText({ from, count }: NonNullable<Statement['loop']>): string {
  const end = /^\d+$/.test(count) ? String(from + Number(count)) : from === 0 ? count : `${count} + ${from}`;
  return from === 0 ? `range(${end})` : `range(${from}, ${end})`;
}

const madeText = (statement: Statement) => `${statement.callee}(${writtenArguments(statement).join(', ')})`;

/** `layer`: the variable of a layer that is called several times. */
function callText(statement: Statement, inputs: readonly string[], layer: string | null): string {
  const { callee, form } = statement;
  if (form === 'direct') return `${callee}(${[...inputs, ...writtenArguments(statement)].join(', ')})`;
  const made = layer ?? madeText(statement);
  if (form === 'source') return made;
  return form === 'list' ? `${made}([${inputs.join(', ')}])` : `${made}(${inputs[0]})`;
}
