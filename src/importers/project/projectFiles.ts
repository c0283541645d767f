/** A file of a folder or a zip; its bytes are read when they are asked for. */
export interface FolderFile {
  /** Folders and name, with `/` between them. */
  readonly path: string;
  open(): Promise<Blob>;
}

/** What of a project that was exported, or is like one, its model is in. */
export interface ProjectFiles<T extends Pick<FolderFile, 'path'>> {
  /** Our own document, else the code. */
  readonly model: T;
  /** The code of the model in PyTorch: it says whose the weights of that kind are. */
  readonly code: T | null;
  /** Weights with what belongs to them, the best first: what was learned there, then what it starts from. */
  readonly weights: readonly (readonly T[])[];
}

/** What tools keep beside a project. */
const foreign = /(^|\/)(node_modules|\.venv|venv|__pycache__|__MACOSX|\.git|dist|build)\//;
const models = [/\.deepbrick\.json$/i, /(^|\/)model\.(py|ts)$/i];
const places = ['trained/', 'weights/', ''];
const single = /^[^/]*\.(keras|h5|safetensors|pt|pth)$/i;

const depth = ({ path }: Pick<FolderFile, 'path'>) => path.split('/').length;
const nameOf = (path: string) => path.split('/').at(-1)!;

/** The folder of a project by its model's, which in TypeScript lies in one more. */
const rootOf = (path: string) => path.slice(0, -nameOf(path).length).replace(/(^|\/)src\/$/, '$1');

function weightsIn<T extends Pick<FolderFile, 'path'>>(files: readonly T[], folder: string): readonly (readonly T[])[] {
  const inside = files.filter(({ path }) => path.startsWith(folder) && !path.slice(folder.length).includes('/'));
  const alone = inside.filter(({ path }) => single.test(nameOf(path))).map((file) => [file]);
  const tfjs = inside.find(({ path }) => nameOf(path) === 'model.json');
  const shards = inside.filter(({ path }) => path.endsWith('.bin'));
  return [...alone, ...(tfjs && shards.length > 0 ? [[tfjs, ...shards]] : [])];
}

/** The model and weights among the files of a folder or zip; null where it is no project. */
export function projectFiles<T extends Pick<FolderFile, 'path'>>(given: readonly T[]): ProjectFiles<T> | null {
  const files = given.filter(({ path }) => !foreign.test(path)).toSorted((one, other) => depth(one) - depth(other));
  // It is the folder itself, or one in it, as in a zip.
  const isNear = (path: string) => rootOf(path).split('/').length <= 2;
  const found = models.flatMap((wanted) => files.find(({ path }) => wanted.test(path) && isNear(path)) ?? []);
  const [model] = found;
  if (!model) return null;
  const root = rootOf(model.path);
  const code = files.find(({ path }) => path === `${root}model.py`) ?? null;
  return { model, code, weights: places.flatMap((place) => weightsIn(files, `${root}${place}`)) };
}
