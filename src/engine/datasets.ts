import type { ImageDataset } from '../data/dataset';
import { loadDigits } from '../data/digits';
import { EngineFailure } from './failure';

const loaders: Readonly<Record<string, () => Promise<ImageDataset>>> = { digits: () => loadDigits() };

const loaded = new Map<string, Promise<ImageDataset>>();

/** A dataset by id, loaded once. Throws `EngineFailure('datasetUnavailable')`; a later call tries again. */
export async function datasetById(id: string): Promise<ImageDataset> {
  const load = Object.hasOwn(loaders, id) ? loaders[id] : undefined;
  if (load === undefined) throw new EngineFailure({ code: 'datasetUnavailable', data: { dataset: id, detail: '' } });
  const dataset = loaded.get(id) ?? load();
  loaded.set(id, dataset);
  try {
    return await dataset;
  } catch (error) {
    loaded.delete(id);
    const detail = error instanceof Error ? error.message : String(error);
    throw new EngineFailure({ code: 'datasetUnavailable', data: { dataset: id, detail } });
  }
}
