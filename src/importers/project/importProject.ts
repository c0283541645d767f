import type { Result } from '../../document/result';
import type { NamedBlob } from '../../formats/weights/weightFile';
import type { ImportHelp, ImportTrouble, Imported } from '../importer';
import { type FolderFile, type ProjectFiles, projectFiles } from './projectFiles';

/** Reads one file, with others beside it. */
export type ReadModel = (file: NamedBlob, help: ImportHelp) => Promise<Result<Imported, ImportTrouble>>;

const namedBlob = async (file: FolderFile): Promise<NamedBlob> => ({
  name: file.path.split('/').at(-1)!,
  blob: await file.open(),
});

const isTorch = ([first]: readonly FolderFile[]) => /\.(safetensors|pt|pth)$/i.test(first?.path ?? '');

/**
 * The model of a project that we exported, or of a folder like one: our own document where it is there, else the code; with
 * the weights that lie there. Null where the files are no project. Rejects with what opening a file rejects with.
 */
export async function importProject(
  files: readonly FolderFile[],
  read: ReadModel,
  help: ImportHelp = {},
): Promise<Result<Imported, ImportTrouble> | null> {
  const found = projectFiles(files);
  if (found === null) return null;
  const { model, weights } = found;
  const [best] = weights;
  const beside = best && isTorch(best) && found.code === model ? await Promise.all(best.map(namedBlob)) : [];
  const opened = await read(await namedBlob(model), { ...help, beside });
  if (!opened.ok || opened.value.weights || !best) return opened;
  const own = await weightsOf(found, best, read, help);
  return own === null ? opened : { ...opened, value: withWeights(opened.value, own) };
}

const withWeights = (imported: Imported, weights: readonly NamedBlob[]): Imported => ({
  ...imported,
  weights,
  report: { ...imported.report, dropped: imported.report.dropped.filter(({ code }) => code !== 'noWeights') },
});

/** Weights for a document: a file as it is; PyTorch's through the code, which says whose they are. */
async function weightsOf(
  { code }: ProjectFiles<FolderFile>,
  best: readonly FolderFile[],
  read: ReadModel,
  help: ImportHelp,
): Promise<readonly NamedBlob[] | null> {
  const files = await Promise.all(best.map(namedBlob));
  if (!isTorch(best)) return files;
  if (code === null) return null;
  const same = await read(await namedBlob(code), { ...help, beside: files });
  return same.ok ? (same.value.weights ?? null) : null;
}
