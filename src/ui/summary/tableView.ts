import type { TableRow } from '../../compile/numbers/summaryTable';

export const columns = [
  'layer',
  'type',
  'shape',
  'parameters',
  'trainable',
  'multiplyAdds',
  'activation',
  'receptiveField',
  'inputs',
] as const;
export type Column = (typeof columns)[number];

/** How the rows are ordered; null leaves them as they come in the model. */
export interface Sorting {
  readonly column: Column;
  readonly descending: boolean;
}

/** The next order when a column's header is pressed: upwards, downwards, as in the model. */
export function nextSorting(now: Sorting | null, column: Column): Sorting | null {
  if (now?.column !== column) return { column, descending: false };
  return now.descending ? null : { column, descending: true };
}

const size = (shape: TableRow['shape']) => shape.reduce<number>((product, axis) => product * (axis ?? 1), 1);

/** What a column is sorted by; unknown numbers are the smallest. */
function keyOf(row: TableRow, column: Column): string | number {
  switch (column) {
    case 'layer':
      return row.name;
    case 'type':
      return row.layer;
    case 'shape':
      return size(row.shape);
    case 'parameters':
      return row.parameters;
    case 'trainable':
      return row.trainableParameters;
    case 'multiplyAdds':
      return row.multiplyAdds ?? -1;
    case 'activation':
      return row.activation ?? -1;
    case 'inputs':
      return row.inputs.join(' ');
    case 'receptiveField': {
      const field = row.receptiveField;
      if (field === 'everything') return Infinity;
      return field === null ? -1 : Math.max(0, ...field.map((span) => span.size));
    }
  }
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one === other ? 0 : one - other;
  return String(one).localeCompare(String(other), undefined, { numeric: true });
}

export interface View {
  readonly sorting: Sorting | null;
  /** Keys of nested models whose layers are shown. */
  readonly expanded: ReadonlySet<string>;
  readonly filter: string;
}

/** The rows that are shown, in their order: the layers of a nested model always right below it. */
export function shownRows(rows: readonly TableRow[], { sorting, expanded, filter }: View): readonly TableRow[] {
  const wanted = filter.trim().toLowerCase();
  const fits = (row: TableRow) => row.name.toLowerCase().includes(wanted) || row.layer.toLowerCase().includes(wanted);
  const byParent = new Map<string | null, TableRow[]>();
  for (const row of rows) {
    const list = byParent.get(row.parent);
    if (list) list.push(row);
    else byParent.set(row.parent, [row]);
  }
  const shown = (parent: string | null): TableRow[] => {
    const children = byParent.get(parent) ?? [];
    const sorted = sorting
      ? children.toSorted(
          (one, other) =>
            compare(keyOf(one, sorting.column), keyOf(other, sorting.column)) * (sorting.descending ? -1 : 1),
        )
      : children;
    return sorted.flatMap((row) => {
      const inside = row.nested && (expanded.has(row.key) || wanted !== '') ? shown(row.key) : [];
      const found = wanted === '' || fits(row);
      if (!found && inside.length === 0) return [];
      return [row, ...(expanded.has(row.key) || !found ? inside : [])];
    });
  };
  return shown(null);
}
