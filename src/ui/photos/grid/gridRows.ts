import { type Photo, type PhotoSet, parts } from '../../../data/photos/photos';

/** A row of the grid: a class's heading, or some of its photos. */
export type GridRow =
  { readonly kind: 'class'; readonly label: number } | { readonly kind: 'photos'; readonly photos: readonly Photo[] };

/** Photos by class, those to train on first and those of the test last, so many in a row; `order` is the order in which the arrow keys walk. */
export function gridRows({ classes, photos }: PhotoSet, columns: number) {
  const rows: GridRow[] = [];
  const order: Photo[] = [];
  classes.forEach((_, label) => {
    const all = photos.filter((photo) => photo.label === label);
    const own = parts.flatMap((part) => all.filter((each) => each.part === part));
    if (own.length === 0) return;
    rows.push({ kind: 'class', label });
    for (let at = 0; at < own.length; at += columns) rows.push({ kind: 'photos', photos: own.slice(at, at + columns) });
    order.push(...own);
  });
  return { rows, order };
}

/** The photo above or below: the same column of the next row of photos, or its last one. */
export function vertical(rows: readonly GridRow[], hash: string, step: 1 | -1): Photo | null {
  const lines = rows.flatMap((row) => (row.kind === 'photos' ? [row.photos] : []));
  const line = lines.findIndex((photos) => photos.some((photo) => photo.hash === hash));
  const column = lines[line]?.findIndex((photo) => photo.hash === hash) ?? 0;
  const next = lines[line + step];
  return next?.[Math.min(column, next.length - 1)] ?? null;
}
