import type { TreeRow } from './fileTree';

/** What a key does in a tree: the line that it leads to, folders to open or close, or a file to show. */
export interface TreeStep {
  readonly focus?: number;
  readonly open?: readonly string[];
  readonly close?: string;
}

/**
 * What a key means at the line `at`, as in the tree pattern of the ARIA Authoring Practices; null where it means nothing.
 * `typed`: letters that were typed one after the other, this key with them.
 */
export function treeStep(rows: readonly TreeRow[], at: number, key: string, typed = ''): TreeStep | null {
  const row = rows[at];
  const last = rows.length - 1;
  if (row === undefined) return null;
  switch (key) {
    case 'ArrowDown':
      return at < last ? { focus: at + 1 } : null;
    case 'ArrowUp':
      return at > 0 ? { focus: at - 1 } : null;
    case 'Home':
      return { focus: 0 };
    case 'End':
      return { focus: last };
    case 'ArrowRight':
      if (!row.folder) return null;
      return row.open ? { focus: at + 1 } : { open: [row.path] };
    case 'ArrowLeft': {
      if (row.folder && row.open) return { close: row.path };
      const parent = rows.findLastIndex(({ level }, place) => place < at && level < row.level);
      return parent < 0 ? null : { focus: parent };
    }
    case 'Enter':
    case ' ':
      if (!row.folder) return { focus: at };
      return row.open ? { close: row.path } : { open: [row.path] };
    case '*': {
      const lead = row.path.slice(0, -row.name.length);
      const beside = rows.filter(({ path, folder, name }) => folder && path === lead + name);
      return { open: beside.map(({ path }) => path) };
    }
    default:
      return typed === '' ? null : found(rows, at, typed);
  }
}

/** The next line that begins with these letters; several times the same letter: the next with it. */
function found(rows: readonly TreeRow[], at: number, typed: string): TreeStep | null {
  const letters = typed.toLowerCase();
  const same = [...letters].every((letter) => letter === letters[0]);
  const wanted = same ? letters[0]! : letters;
  // Who goes on typing may stay where they are.
  const from = same ? 1 : 0;
  for (let step = from; step < rows.length + from; step++) {
    const place = (at + step) % rows.length;
    if (rows[place]!.name.toLowerCase().startsWith(wanted)) return { focus: place };
  }
  return null;
}
