import type { LayersModel } from '@tensorflow/tfjs';
import { type NamedTensor, type TensorsJson, tensorsIn } from '../files/tensors';
import { putTensors } from '../files/weightNames';
import type { Learned } from '../../data/learned';
import { adopted } from '../model/adopted';
import type { Settings } from '../settings';

/** Files of the folder `weights` by their path, and where each of them is served. */
export type Served = Readonly<Record<string, string>>;

export interface TrainedModel {
  readonly model: LayersModel;
  /** What is known of the data it has learned from; null where nothing is. */
  readonly learned: Learned | null;
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  return response;
}

const jsonOf = async <T>(address: string) => (await (await fetched(address)).json()) as T;

async function tensorsOf(folder: string, served: Served): Promise<readonly NamedTensor[]> {
  const { weightsManifest } = await jsonOf<TensorsJson>(served[`${folder}model.json`]!);
  const groups = weightsManifest.map(async (group) => {
    const files = group.paths.map(async (name) => {
      const address = served[folder + name];
      if (address === undefined) throw new Error(`${folder}${name} is missing.`);
      return (await fetched(address)).blob();
    });
    return tensorsIn(group, new Uint8Array(await new Blob(await Promise.all(files)).arrayBuffer()));
  });
  return (await Promise.all(groups)).flat();
}

/**
 * The model with its trained weights: those of the last training in the project, else those of the editor; null where there
 * are none yet. Rejects where they cannot be read, or are another model's.
 */
export async function trainedModel(
  create: () => LayersModel,
  { editorNames }: Pick<Settings, 'editorNames'>,
  served: Served,
): Promise<TrainedModel | null> {
  const ends = ['/weights/trained/model.json', '/weights/model.json'];
  const path = ends.flatMap((end) => Object.keys(served).filter((name) => name.endsWith(end)))[0];
  if (path === undefined) return null;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const model = adopted(create, editorNames);
  if (!putTensors(model, await tensorsOf(folder, served))) throw new Error(`${path} has the weights of another model.`);
  const data = served[`${folder}data.json`];
  return { model: model.model as LayersModel, learned: data === undefined ? null : await jsonOf<Learned>(data) };
}
