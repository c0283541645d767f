import { loadBuiltIn } from '../data/builtIn';
import { isBuiltIn } from '../data/catalogue';
import type { Dataset } from '../data/dataset';
import type { OwnDatasets } from '../data/ownDatasets';
import { EngineFailure } from './failure';

/** A dataset by id: one that every page has, or one of the project's own. Throws `EngineFailure('datasetUnavailable')`. */
export async function datasetById(id: string, project: string, own: Pick<OwnDatasets, 'load'>): Promise<Dataset> {
  const unavailable = (detail: string) =>
    new EngineFailure({ code: 'datasetUnavailable', data: { dataset: id, detail } });
  const load = isBuiltIn(id) ? loadBuiltIn(id) : own.load(project, id);
  const dataset = await load.catch((error: unknown) => {
    throw unavailable(error instanceof Error ? error.message : String(error));
  });
  if (dataset === null) throw unavailable('');
  return dataset;
}
