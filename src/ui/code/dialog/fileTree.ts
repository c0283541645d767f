/** One line of the tree as it is shown: a folder, or a file in an open one. */
export interface TreeRow {
  /** Of a folder without a `/` at its end. */
  readonly path: string;
  readonly name: string;
  /** 1 for what lies in no folder. */
  readonly level: number;
  readonly folder: boolean;
  /** Of a folder: is what lies in it shown? */
  readonly open: boolean;
  /** Bytes; of a folder those of all files in it. */
  readonly size: number;
  /** Of a folder: files in it and in its folders. */
  readonly files: number;
  /** Its place among those beside it, from 1, and how many these are. */
  readonly place: number;
  readonly beside: number;
}

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly files: Map<string, number>;
}

const emptyFolder = (): Folder => ({ folders: new Map(), files: new Map() });

function treeOf(sizes: Readonly<Record<string, number>>): Folder {
  const root = emptyFolder();
  for (const [path, size] of Object.entries(sizes)) {
    const parts = path.split('/');
    const name = parts.pop()!;
    let folder = root;
    for (const part of parts) {
      const next = folder.folders.get(part) ?? emptyFolder();
      folder.folders.set(part, next);
      folder = next;
    }
    folder.files.set(name, size);
  }
  return root;
}

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
const bytesIn = ({ folders, files }: Folder): number => sum(files.values()) + sum([...folders.values()].map(bytesIn));
const filesIn = ({ folders, files }: Folder): number => files.size + sum([...folders.values()].map(filesIn));

/** As people look for them: capitals and small letters alike. */
const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) => {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a < b ? -1 : a > b ? 1 : one < other ? -1 : 1;
};

/** The lines of a tree of files, folders first; `sizes`: bytes by path. What lies in a folder of `closed` is not shown. */
export function treeRows(sizes: Readonly<Record<string, number>>, closed: ReadonlySet<string>): readonly TreeRow[] {
  const rowsIn = (folder: Folder, lead: string, level: number): TreeRow[] => {
    const beside = folder.folders.size + folder.files.size;
    const folders = [...folder.folders].toSorted(byName).flatMap(([name, inner], at): TreeRow[] => {
      const path = lead + name;
      const open = !closed.has(path);
      const own = { path, name, level, folder: true, open, place: at + 1, beside } as const;
      const row: TreeRow = { ...own, size: bytesIn(inner), files: filesIn(inner) };
      return [row, ...(open ? rowsIn(inner, `${path}/`, level + 1) : [])];
    });
    const files = [...folder.files].toSorted(byName).map(([name, size], at): TreeRow => {
      const place = folder.folders.size + at + 1;
      return { path: lead + name, name, level, folder: false, open: false, size, files: 1, place, beside };
    });
    return [...folders, ...files];
  };
  return rowsIn(treeOf(sizes), '', 1);
}

/** Folders with more files than this begin closed: what a person looks for is not in them. */
const most = 12;

/** The folders that are closed at first. */
export function closedAtFirst(sizes: Readonly<Record<string, number>>): ReadonlySet<string> {
  const rows = treeRows(sizes, new Set());
  return new Set(rows.filter(({ folder, files }) => folder && files > most).map(({ path }) => path));
}
