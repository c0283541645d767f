import { Identifiers } from '../../../compile/identifiers';
import type { LayerFunction } from '../../../compile/repetition/functions';
import { group, ifBroken, indent, joined, laidOut, line, parts, softLine } from '../text/layout';
import { bodyText } from './bodyText';
import { registers } from '../../../compile/repetition/variables';

const symbolic = 'tf.SymbolicTensor';

/** The head of a function: values first, then an object of its parameters. */
function headText(
  { name, parameters }: LayerFunction,
  given: readonly string[],
  typeOf: (parameter: string) => string,
): string {
  const comma = parts(',', line);
  // Names and types are broken together.
  const braces = (fields: readonly string[], between: string, end: string) =>
    parts('{', indent(parts(line, joined(fields, parts(between, line)))), ifBroken(end), line, '}');
  const pattern = parameters.map((each) => (each.usual === null ? each.name : `${each.name} = ${each.usual}`));
  const types = parameters.map((each) => `${each.name}${each.usual === null ? '' : '?'}: ${typeOf(each.name)}`);
  const object =
    parameters.length === 0 ? [] : [group(parts(braces(pattern, ',', ','), ': ', braces(types, ';', ';')))];
  const all = [...given.map((each) => `${each}: ${symbolic}`), ...object];
  const list = group(parts('(', indent(parts(softLine, joined(all, comma))), ifBroken(','), softLine, ')'));
  return laidOut(parts(`function ${name}`, group(parts(list, `: ${symbolic}`)), ' {'));
}

const widest = 80;

/** A comment in front of a function, broken at words where it is too long for a line. */
export function docLines(text: string): readonly string[] {
  const one = `/** ${text} */`;
  if (one.length <= widest) return [one];
  const rows = [' *'];
  for (const word of text.split(' ')) {
    if (`${rows.at(-1)} ${word}`.length > widest) rows.push(' *');
    rows[rows.length - 1] += ` ${word}`;
  }
  return ['/**', ...rows, ' */'];
}

/** A function of the file: a part of the model that it has several times. */
export function functionText(
  layerFunction: LayerFunction,
  reserved: readonly string[],
  typeOf: (parameter: string) => string,
): readonly string[] {
  const { parameters, inputs, body } = layerFunction;
  const given = inputs.map((_, at) => registers[at] ?? `x_${at + 1}`);
  const identifiers = new Identifiers([...reserved, ...parameters.map(({ name }) => name), ...given]);
  const last = body.at(-1)!;
  const { lines } = bodyText({
    statements: body.map((each) => ({ ...each, blocks: [] })),
    given: new Map(inputs.map((input, at) => [input, given[at]!])),
    results: [],
    identifiers,
    returns: true,
  });
  const labels = body.map(({ label }) => label);
  const said = labels.length <= 4 ? labels.join(', ') : `${labels.length} calls`;
  return [
    ...docLines(`${said}; at first ${body[0]!.shapes.in} to ${last.shapes.out}.`),
    ...headText(layerFunction, given, typeOf).split('\n'),
    ...lines,
    '}',
  ];
}
