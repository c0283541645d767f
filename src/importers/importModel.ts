import { type Result, done, refused } from '../document/result';
import type { Library } from '../document/template';
import type { NamedBlob } from '../formats/weights/weightFile';
import { fileKindOf } from './fileKind';
import type { ImportHelp, ImportTrouble, Imported } from './importer';
import { importers } from './index';

/** As much as tells the kind of a file. */
const firstBytes = 4096;

/** All models of a file, by the first importer that reads its kind. Never throws. */
export async function importModels(
  file: NamedBlob,
  library: Library,
  help: ImportHelp = {},
): Promise<Result<readonly [Imported, ...Imported[]], ImportTrouble>> {
  const start = await file.blob
    .slice(0, firstBytes)
    .arrayBuffer()
    .catch(() => null);
  if (start === null) return refused({ code: 'unreadable', where: null, data: { file: file.name } });
  const first = new Uint8Array(start);
  const kind = fileKindOf(first, file.name);
  const importer = importers.find(
    ({ accepts, kinds }) => (kind === null || kinds?.includes(kind)) && accepts(first, file.name),
  );
  const known = importers.map(({ name }) => name);
  const unknown = refused({ code: 'unknownFile', where: null, data: { file: file.name, kind, known } } as const);
  if (!importer) return unknown;
  if (importer.readAll) return importer.readAll(file, library, help);
  const read = await importer.read(file, library, help);
  if (read.ok) return done([read.value]);
  // A zip of photos, or of anything else, is not a damaged model.
  const isOther = read.error.code === 'weightFile' && read.error.data.code === 'notWeights';
  return isOther && kind === 'zip' ? unknown : read;
}

/** A file as a document; of a file with several models the one that `help` names. Never throws. */
export async function importModel(
  file: NamedBlob,
  library: Library,
  help: ImportHelp = {},
): Promise<Result<Imported, ImportTrouble>> {
  const read = await importModels(file, library, help);
  if (!read.ok) return read;
  const [first, ...others] = read.value;
  if (help.model === undefined && others.length === 0) return done(first);
  const named = read.value.find(({ document }) => document.title === help.model);
  if (named) return done(named);
  const models = read.value.map(({ document }) => document.title);
  return refused({ code: 'whichModel', where: null, data: { file: file.name, models } });
}
