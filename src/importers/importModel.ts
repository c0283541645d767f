import { type Result, refused } from '../document/result';
import type { Library } from '../document/template';
import type { NamedBlob } from '../formats/weights/weightFile';
import { fileKindOf } from './fileKind';
import type { ImportTrouble, Imported } from './importer';
import { importers } from './index';

/** As much as tells the kind of a file. */
const firstBytes = 4096;

/** A file as a document, by the first importer that reads its kind. Never throws. */
export async function importModel(file: NamedBlob, library: Library): Promise<Result<Imported, ImportTrouble>> {
  const start = await file.blob
    .slice(0, firstBytes)
    .arrayBuffer()
    .catch(() => null);
  if (start === null) return refused({ code: 'unreadable', where: null, data: { file: file.name } });
  const first = new Uint8Array(start);
  const kind = fileKindOf(first, file.name);
  const importer = kind === null ? importers.find(({ accepts }) => accepts(first, file.name)) : undefined;
  if (!importer) {
    const known = importers.map(({ name }) => name);
    return refused({ code: 'unknownFile', where: null, data: { file: file.name, kind, known } });
  }
  return importer.read(file, library);
}
