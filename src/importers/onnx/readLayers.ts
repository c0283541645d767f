import type { NamedBlob } from '../../formats/weights/weightFile';
import type { ReadLayers } from '../onnxLayers';
import { OnnxBeside, OnnxDamaged, type OnnxGraph } from './file/onnxGraph';
import { readModel } from './file/readModel';
import { layersOf } from './layersOf';

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

/** The layers of an ONNX file, the first of these; the others lay beside it. */
export const readLayers: ReadLayers = ([file, ...beside]) => {
  const title = baseName(file!.name).replace(/\.onnx$/i, '');
  return layersOf(() => graphOf(file!, beside), { name: file!.name, title });
};
