import { refused } from '../../../document/result';
import type { OnnxLayers } from '../../onnxLayers';
import { readLayers } from '../readLayers';
import type { LayersRequest, ToldLayers } from './layersApart';

let layers: OnnxLayers | null = null;

async function answer(request: LayersRequest): Promise<ToldLayers> {
  if ('plan' in request) return { files: await layers!.weightFiles(request.plan) };
  const read = await readLayers(request.files);
  if (!read.ok) return { layers: read };
  layers = read.value;
  const { graph, shares } = read.value;
  return { layers: { ok: true, value: { graph, shares } } };
}

/** One file, then the weights of the model that it became: then it is done. */
globalThis.addEventListener('message', ({ data }: MessageEvent<LayersRequest>) => {
  const post = (told: ToldLayers) => globalThis.postMessage(told, { transfer: [] });
  answer(data).then(post, (error: unknown) => {
    const isGone = error instanceof DOMException && 'files' in data;
    post(
      isGone
        ? { layers: refused({ code: 'unreadable', where: null, data: { file: data.files[0]!.name } }) }
        : { failed: String(error) },
    );
  });
});
