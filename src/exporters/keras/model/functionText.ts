import { commentText } from '../../../compile/commentText';
import { Identifiers } from '../../../compile/identifiers';
import { blackLines } from './blackText';
import { bodyLines } from './bodyLines';
import { registers } from '../../../compile/repetition/variables';
import type { LayerFunction } from '../../../compile/repetition/functions';

/** A function of the script. */
export function functionText({ name, parameters, inputs, body }: LayerFunction, reserved: readonly string[]): string {
  const given = inputs.map((_, at) => registers[at] ?? `x_${at + 1}`);
  const identifiers = new Identifiers([...reserved, ...parameters.map((each) => each.name), ...given]);
  const { lines } = bodyLines({
    statements: body.map((each) => ({ ...each, blocks: [] })),
    given: new Map(inputs.map((input, at) => [input, given[at]!])),
    results: [],
    identifiers,
    returns: true,
  });
  const written = parameters.map((each) => (each.usual === null ? each.name : `${each.name}=${each.usual}`));
  const labels = body.map(({ label }) => label);
  const said = labels.length <= 4 ? labels.join(', ') : `${labels.length} calls`;
  return [
    ...blackLines(`def ${name}(${[...given, ...written].join(', ')}):`),
    ...docLines(`${said}; at first ${body[0]!.shapes.in} to ${body.at(-1)!.shapes.out}.`),
    ...lines,
  ].join('\n');
}

/** Text inside a docstring. */
export const docText = (text: string) => commentText(text).replace(/[\\"]/g, "'");

const widest = 88;

/** A docstring, broken at words where it is too long for a line. */
export function docLines(text: string): string[] {
  const line = `    """${text}"""`;
  if (line.length <= widest) return [line];
  const rows = ['    """'];
  for (const word of text.split(' ')) {
    const last = rows.at(-1)!;
    const lead = last.endsWith('"""') ? '' : ' ';
    if (last.length + lead.length + word.length > widest - 3) rows.push(`    ${word}`);
    else rows[rows.length - 1] = `${last}${lead}${word}`;
  }
  return [...rows, '    """'];
}
