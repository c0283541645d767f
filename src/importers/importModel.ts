import { compile } from '../compile/compile';
import { type Result, done, refused } from '../document/result';
import type { Library } from '../document/template';
import { isGitLfsPointer } from '../formats/gitLfs';
import { type NamedBlob, isWeightFileError } from '../formats/weights/weightFile';
import { zippedFiles } from '../formats/weights/zippedFiles';
import { importProject } from './project/importProject';
import { type FileKind, fileKindOf } from './fileKind';
import type { ImportHelp, ImportTrouble, Imported, Importer, ListedModels } from './importer';
import { importers } from './index';

/** As much as tells the kind of a file. */
const firstBytes = 4096;

/** Who reads a file, and what kind of file it is; null where that cannot be told. */
interface Reader {
  readonly importer: Importer;
  readonly kind: FileKind | null;
}

/** A file as a document, by the first importer that reads its kind; of one with several models that which `help` names. Never throws. */
export async function importModel(
  file: NamedBlob,
  library: Library,
  help: ImportHelp = {},
): Promise<Result<Imported, ImportTrouble>> {
  const reader = await readerOf(file);
  if (!reader.ok) return reader;
  const { importer, kind } = reader.value;
  const project = kind === 'zip' ? await zippedProject(file, library, help) : null;
  if (project !== null) return project;
  const read = await importer.read(file, library, help);
  if (!read.ok) {
    // A zip of photos, or of anything else, is not a damaged model.
    const isOther = read.error.code === 'weightFile' && read.error.data.code === 'notWeights';
    return isOther && kind === 'zip' ? unknownFile(file, kind) : read;
  }
  const { title } = read.value.document;
  if (importer.models || help.model === undefined || help.model === title) return read;
  return refused({ code: 'whichModel', where: null, data: { file: file.name, models: [title] } });
}

/** A project in a zip; null where it holds none, or cannot be read. */
async function zippedProject(
  file: NamedBlob,
  library: Library,
  help: ImportHelp,
): Promise<Result<Imported, ImportTrouble> | null> {
  try {
    const entries = await zippedFiles(file);
    const files = entries.map((entry) => ({ path: entry.name, open: () => entry.open() }));
    return await importProject(files, (model, more) => importModel(model, library, more), help);
  } catch (error) {
    if (isWeightFileError(error)) return null;
    throw error;
  }
}

/** The models in a file, each with the name under which it is chosen. Never throws. */
export async function modelsInFile(
  file: NamedBlob,
  library: Library,
  help: ImportHelp = {},
): Promise<Result<ListedModels, ImportTrouble>> {
  const reader = await readerOf(file);
  if (reader.ok && reader.value.importer.models) return reader.value.importer.models(file, library, help);
  const read = await importModel(file, library, help);
  if (!read.ok) return read;
  const { document, report } = read.value;
  const parameters = compile(document, library).totals.parameters;
  return done({ models: [{ name: document.title, parameters }], dropped: report.dropped });
}

async function readerOf(file: NamedBlob): Promise<Result<Reader, ImportTrouble>> {
  const start = await file.blob
    .slice(0, firstBytes)
    .arrayBuffer()
    .catch(() => null);
  if (start === null) return refused({ code: 'unreadable', where: null, data: { file: file.name } });
  const first = new Uint8Array(start);
  if (isGitLfsPointer(first)) {
    return refused({ code: 'weightFile', where: null, data: { code: 'gitLfs', name: file.name } });
  }
  const kind = fileKindOf(first, file.name);
  const importer = importers.find(
    ({ accepts, kinds }) => (kind === null || kinds?.includes(kind)) && accepts(first, file.name),
  );
  return importer ? done({ importer, kind }) : unknownFile(file, kind);
}

function unknownFile({ name: file }: NamedBlob, kind: FileKind | null): Result<never, ImportTrouble> {
  return refused({ code: 'unknownFile', where: null, data: { file, kind, known: importers.map(({ name }) => name) } });
}
