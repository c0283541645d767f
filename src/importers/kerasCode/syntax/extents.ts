import { parser } from '@lezer/python';
import { Source } from './cursor';

/** Lines from the first to the last, both included. */
export type Extent = readonly [first: number, last: number];
export type Extents = readonly Extent[];

/** What holds other statements: a line of it is not all of it. */
const compound = /^(Script|Body|(If|For|While|With|Try|Decorated)Statement|(Function|Class)Definition)$/;

/** How far what begins in a line goes: to the end of the longest expression or statement that begins there. */
export function extentsIn(text: string): (line: number) => Extent {
  const source = new Source(text);
  const ends = new Map<number, number>();
  parser.parse(text).iterate({
    enter: ({ name, from, to }) => {
      if (compound.test(name)) return;
      const first = source.lineAt(from);
      ends.set(first, Math.max(ends.get(first) ?? first, source.lineAt(Math.max(from, to - 1))));
    },
  });
  return (line) => [line, ends.get(line) ?? line];
}
