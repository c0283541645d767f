import { refused } from '../../../document/result';
import type { NamedBlob } from '../../../formats/weights/weightFile';
import { readLayers } from '../readLayers';
import type { ToldLayers } from './layersApart';

/** One file, then it is done. */
globalThis.addEventListener('message', ({ data }: MessageEvent<readonly NamedBlob[]>) => {
  const post = (told: ToldLayers, transfer: ArrayBuffer[]) => globalThis.postMessage(told, { transfer });
  readLayers(data).then(
    (layers) => {
      const values = layers.ok ? layers.value.drafts.flatMap(({ weights }) => weights.map((each) => each.values)) : [];
      post(layers, [...new Set(values.map(({ buffer }) => buffer))]);
    },
    (error: unknown) => {
      const isGone = error instanceof DOMException;
      const name = data[0]!.name;
      post(isGone ? refused({ code: 'unreadable', where: null, data: { file: name } }) : { failed: String(error) }, []);
    },
  );
});
