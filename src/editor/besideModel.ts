/** What stands beside the canvas, by the preference that opens it. */
export type Column = 'paletteOpen' | 'inspectorOpen';

/** Below these widths of the page, in pixels, the columns beside the canvas leave it too little room once a panel is there. */
export const roomFor: Readonly<Record<Column, number>> = { inspectorOpen: 1300, paletteOpen: 1100 };

const columns: readonly Column[] = ['inspectorOpen', 'paletteOpen'];

/** What is open beside the canvas, and which columns are away because a panel took their room. */
type Columns = Readonly<Record<Column, boolean>> & { readonly columnsAway: readonly Column[] };

/**
 * Columns for which there is no room beside a panel make way, and come back when there is: `width` is the page's where a panel
 * stands beside the model, else null. Those that somebody closed stay closed. Null where nothing changes.
 */
export function columnsBeside(width: number | null, now: Columns): Columns | null {
  const without = width === null ? [] : columns.filter((column) => width < roomFor[column]);
  const back = now.columnsAway.filter((column) => !without.includes(column));
  const leaving = without.filter((column) => now[column]);
  if (back.length === 0 && leaving.length === 0) return null;
  const opened = (column: Column) => (now[column] || back.includes(column)) && !leaving.includes(column);
  return {
    paletteOpen: opened('paletteOpen'),
    inspectorOpen: opened('inspectorOpen'),
    columnsAway: columns.filter(
      (column) => leaving.includes(column) || (now.columnsAway.includes(column) && !back.includes(column)),
    ),
  };
}
