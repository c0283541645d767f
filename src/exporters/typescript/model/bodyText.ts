import { commentText } from '../../../compile/commentText';
import { type Identifiers, camelCase } from '../../../compile/identifiers';
import type { Statement } from '../../../compile/repetition/statement';
import { type Values, placedStatements } from '../../../compile/repetition/variables';
import { formatted } from '../text/formatted';
import { layerText, valueText } from './statements';

interface Body extends Values {
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

function partsOf({ identifiers, ...values }: Body) {
  const { placed, variables } = placedStatements(values, {
    own: ({ output, label }) => identifiers.take(camelCase(output), camelCase(label)),
    branch: () => identifiers.take('branch', 'x'),
  });
  const parts: Part[] = [];
  const layers = new Map<string, string>();
  let around = '';
  for (const { statement, variable, inputs, start } of placed) {
    const here = statement.blocks.map(commentText).join(' / ');
    if (here !== around && parts.length > 0) parts.push({ line: '' });
    if (here !== around && here !== '') parts.push({ line: `  // ${here}` });
    around = here;
    if (statement.note !== null) parts.push({ line: `  // ${statement.note}` });
    const { layer } = statement;
    if (layer?.made) {
      const kept = identifiers.take(camelCase(`${layer.of}_layer`), 'layer');
      layers.set(layer.of, kept);
      parts.push({ variable: kept, value: layerText(statement), loop: null, start: null });
    }
    const value = valueText(statement, inputs, layer && layers.get(layer.of)!);
    parts.push({ variable, value, loop: statement.loop, start });
  }
  return { parts, variables };
}
