import type { Result } from '../../document/result';
import type { Library } from '../../document/template';
import type { NamedBlob } from '../../formats/weights/weightFile';
import type { ImportHelp, ImportTrouble, Imported } from '../importer';
import { onnxDocument } from './onnxDocument';
import { readLayers } from './readLayers';

/** An ONNX file as a document, channels last, with its weights in files of their own. */
export async function readOnnx(
  file: NamedBlob,
  library: Library,
  help: ImportHelp,
): Promise<Result<Imported, ImportTrouble>> {
  const read = help.readLayers ?? readLayers;
  return onnxDocument(await read([file, ...(help.beside ?? [])]), library, help);
}
