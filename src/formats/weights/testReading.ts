import { openWeightFile } from './openWeightFile';
import { WeightFileError } from './weightFile';
import { wholeTensor } from './wholeTensor';

/** What a worker read from a Blob. */
export interface Told {
  readonly trouble: string | null;
  readonly names: readonly string[];
  readonly values: readonly Float32Array[];
}

async function read(blob: Blob): Promise<Told> {
  try {
    const file = await openWeightFile([{ name: 'model', blob }]);
    const values: Float32Array[] = [];
    for (const tensor of file.layers.flatMap(({ tensors }) => tensors)) values.push(await wholeTensor(tensor));
    file.close();
    return { trouble: null, names: file.layers.map(({ name }) => name), values };
  } catch (error) {
    return { trouble: error instanceof WeightFileError ? error.trouble.code : String(error), names: [], values: [] };
  }
}

addEventListener('message', async ({ data }: MessageEvent<Blob>) => postMessage(await read(data)));
