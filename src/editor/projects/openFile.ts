import { type Result, done, refused } from '../../document/result';
import type { Library } from '../../document/template';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import type { SavedContents } from '../../formats/saved/savedContents';
import { type NamedBlob, WeightFileError, isWeightFileError } from '../../formats/weights/weightFile';
import type { ImportHelp, ImportTrouble, Imported } from '../../importers/importer';
import { importModel } from '../../importers/importModel';
import { layersApart } from '../../importers/onnx/apart/layersApart';
import { importProject } from '../../importers/project/importProject';
import type { FolderFile } from '../../importers/project/projectFiles';
import { zippedFiles } from '../../formats/weights/zippedFiles';
import type { MatchReport } from '../../pretrained/matching/matchReport';
import type { Lock, LockedEdit } from '../locks';
import type { Projects } from './projects';

/** A file with its folders, as it was chosen or dropped. */
export interface PathFile {
  readonly path: string;
  readonly file: File;
}

interface Parts {
  readonly projects: Pick<Projects, 'create' | 'open' | 'remove' | 'store'>;
  /** The worker alone reads files of weights, and puts them into its model. */
  readonly runner: {
    savedContents(files: readonly NamedBlob[], signal?: AbortSignal): Promise<Result<SavedContents, EngineTrouble>>;
    importWeights(
      files: readonly NamedBlob[],
      byOrder: boolean,
      signal?: AbortSignal,
    ): Promise<Result<MatchReport, EngineTrouble>>;
  };
  readonly library: Library;
  /** What the link that opened the page locks: files do nothing that is locked. */
  readonly locks?: readonly Lock[];
  /** Ends the opening: the present project stays, and nothing new is left. */
  readonly signal?: AbortSignal;
}

/** A model that opened; of one with weights, whether these are in it. */
export interface OpenedFile extends Imported {
  /** Why its weights did not come along; null where they did, or where there are none. */
  readonly withoutWeights: EngineTrouble | null;
}

/** Why nothing opened. */
export type OpenTrouble = ImportTrouble | { readonly code: 'cancelled' } | LockedEdit;

/** How the worker says what is in files of weights. Throws `WeightFileError`. */
const readSavedBy =
  ({ runner, signal }: Parts, name: string) =>
  async (files: readonly NamedBlob[]): Promise<SavedContents> => {
    const contents = await runner.savedContents(files, signal);
    if (contents.ok) return contents.value;
    const { error } = contents;
    const trouble = error.code === 'weightsUnreadable' ? error.data.trouble : ({ code: 'noReader', name } as const);
    throw new WeightFileError(trouble);
  };

/** How files that take long are read, so that the page stays awake. */
const readers = (parts: Parts, name: string): Pick<ImportHelp, 'readSaved' | 'readLayers'> => ({
  readSaved: readSavedBy(parts, name),
  ...(typeof Worker === 'undefined'
    ? {}
    : { readLayers: (files: readonly NamedBlob[]) => layersApart(files, parts.signal) }),
});

/** Lets the page hear what was pressed while it was busy. */
const heard = () => new Promise((resolve) => setTimeout(resolve, 0));

async function opened(
  imported: Result<Imported, ImportTrouble>,
  { projects, runner, signal, locks = [] }: Parts,
): Promise<Result<OpenedFile, OpenTrouble>> {
  await heard();
  if (signal?.aborted) return refused({ code: 'cancelled' });
  if (!imported.ok) return imported;
  if (locks.includes('templates')) return refused({ code: 'locked', data: { lock: 'templates' } });
  const { document, weights } = imported.value;
  const before = projects.store.getState().current;
  const own = await projects.create(document);
  const put = weights ? await runner.importWeights(weights, false, signal) : null;
  if (signal?.aborted && before !== null) {
    await projects.open(before);
    await projects.remove(own);
    return refused({ code: 'cancelled' });
  }
  return done({ ...imported.value, withoutWeights: put === null || put.ok ? null : put.error });
}

/**
 * Opens a file as a new project, its weights as the project's own; `beside`: files that were chosen together with it;
 * `help`: answers to what it leaves open. What cannot be opened leaves the present project as it is.
 */
export async function openFile(
  file: File,
  parts: Parts,
  beside: readonly File[] = [],
  help: ImportHelp = {},
): Promise<Result<OpenedFile, OpenTrouble>> {
  const others = beside.map((blob) => ({ name: blob.name, blob }));
  const all = { ...help, beside: others, ...readers(parts, file.name) };
  return opened(await importModel({ name: file.name, blob: file }, parts.library, all), parts);
}

/** None where the zip cannot be read. */
async function filesInZip(file: File): Promise<readonly FolderFile[]> {
  try {
    const entries = await zippedFiles({ name: file.name, blob: file });
    return entries.map((entry) => ({ path: entry.name, open: () => entry.open() }));
  } catch (error) {
    if (isWeightFileError(error)) return [];
    throw error;
  }
}

/** Opens the project in a folder or zip as a new one, with its weights; null where the folder holds none. */
export async function openFolder(
  files: readonly PathFile[],
  parts: Parts,
): Promise<Result<OpenedFile, OpenTrouble> | null> {
  const [only, ...others] = files;
  const isZip = only !== undefined && others.length === 0 && /\.zip$/i.test(only.path);
  const all = isZip ? await filesInZip(only.file) : files.map(({ path, file }) => ({ path, open: async () => file }));
  const help = readers(parts, files[0]?.path ?? '');
  const imported = await importProject(all, (model, more) => importModel(model, parts.library, more), help);
  return imported === null ? null : opened(imported, parts);
}
