/** Where a file of a folder belongs; `label` is null when no folder names its class. */
export interface Placed {
  readonly path: string;
  readonly label: string | null;
  /** Null where the folders do not say, so that a share of the photos is held back. */
  readonly part: 'training' | 'validation' | null;
}

const parts: Readonly<Record<string, 'training' | 'validation'>> = {
  train: 'training',
  training: 'training',
  validation: 'validation',
  valid: 'validation',
  val: 'validation',
  test: 'validation',
  testing: 'validation',
};

/** Files that systems leave in folders, which nobody means to import. */
const litter = /(^|\/)(\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini|node_modules)(\/|$)/i;

const partOf = (folder: string) => parts[folder.toLowerCase()] ?? null;

/**
 * The class and part of each file by its folders: `train/cats/…` and `validation/cats/…`, or `cats/…`; folders around
 * them are left away, deeper ones belong to their class. A single folder of photos without folders is one class. Only
 * where there are photos to train on do the parts count: a `validation` alone is split like any folder.
 */
export function placedByFolders(paths: readonly string[]): readonly Placed[] {
  const files = paths
    .filter((path) => !litter.test(path))
    .map((path) => ({ path, steps: path.split('/').filter(Boolean) }));
  let from = 0;
  const shared = () => {
    const [first] = files;
    const folder = first?.steps[from];
    if (folder === undefined || partOf(folder) !== null) return false;
    return (
      files.every(({ steps }) => steps.length > from + 1 && steps[from] === folder) &&
      files.some(({ steps }) => steps.length > from + 2)
    );
  };
  while (shared()) from++;
  const inParts = files.some(({ steps }) => steps.length > from + 2 && partOf(steps[from]!) === 'training');
  const deep = files.filter(({ steps }) => steps.length > from + 2);
  const wholly = deep.length > 0 && deep.every(({ steps }) => partOf(steps[from]!) !== null);
  return files.map(({ path, steps }) => {
    const part = steps.length > from + 1 && (inParts || wholly) ? partOf(steps[from]!) : null;
    const depth = part === null ? from : from + 1;
    const label = steps.length > depth + 1 ? steps[depth]! : null;
    return { path, label, part: inParts ? part : null };
  });
}
