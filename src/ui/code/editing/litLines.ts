import type { EditorState } from '../../../editor/store';
import type { CodeText } from '../../../editor/code/codeEditing';

type Lines = CodeText['lines'];
type Extent = readonly [first: number, last: number];

/** Lines of what is selected on the canvas, from the first to the last. */
export function litLines(
  { selection, towers }: Pick<EditorState, 'selection' | 'towers'>,
  lines: Lines,
): readonly Extent[] {
  const bricks = selection.items.flatMap((id) => towers.items.get(id)?.nodes ?? []);
  return bricks.flatMap((name) => lines.get(name) ?? []);
}

/** The first of these lines that make the fewest bricks: a function's line may make many. */
export function narrowest(lit: readonly Extent[], lines: Lines): number | null {
  const counts = new Map<number, number>();
  for (const extents of lines.values()) for (const [first] of extents) counts.set(first, (counts.get(first) ?? 0) + 1);
  const sorted = lit
    .map(([first]) => first)
    .toSorted((one, other) => counts.get(one)! - counts.get(other)! || one - other);
  return sorted[0] ?? null;
}
