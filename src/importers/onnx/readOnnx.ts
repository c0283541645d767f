import type { Result } from '../../document/result';
import type { Library } from '../../document/template';
import type { NamedBlob } from '../../formats/weights/weightFile';
import type { ImportHelp, ImportTrouble, Imported } from '../importer';
import { OnnxBeside, OnnxDamaged, type OnnxGraph } from './file/onnxGraph';
import { readModel } from './file/readModel';
import { onnxDocument } from './onnxDocument';

/** The last part of a path. */
const baseName = (path: string) => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** Reads the graph, and those of the files beside it that it names. */
async function graphOf({ name, blob }: NamedBlob, files: readonly NamedBlob[]): Promise<OnnxGraph> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const beside = new Map<string, Uint8Array>();
  for (;;) {
    try {
      const graph = readModel(bytes, beside);
      if (graph === null) throw new OnnxDamaged(`${name} has no graph.`);
      return graph;
    } catch (error) {
      const found =
        error instanceof OnnxBeside && files.find((each) => baseName(each.name) === baseName(error.location));
      if (!found || beside.has(error.location)) throw error;
      beside.set(error.location, new Uint8Array(await found.blob.arrayBuffer()));
    }
  }
}

/** An ONNX file as a document, channels last, with its weights in files of their own. */
export function readOnnx(
  file: NamedBlob,
  library: Library,
  help: ImportHelp,
): Promise<Result<Imported, ImportTrouble>> {
  const title = baseName(file.name).replace(/\.onnx$/i, '');
  return onnxDocument(() => graphOf(file, help.beside ?? []), { name: file.name, title }, library, help);
}
