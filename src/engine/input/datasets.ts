import { loadBuiltIn } from '../../data/builtIn';
import { isBuiltIn } from '../../data/catalogue';
import type { Dataset } from '../../data/dataset';
import type { OwnDatasets } from '../../data/ownDatasets';
import { type WantedPhotos, loadPhotos } from '../../data/photos/photoDataset';
import { usable } from '../../data/photos/photoSet';
import { openPhotoStorage } from '../../data/photos/photoStorage';
import { isPhotos } from '../../document/training/datasetIds';
import { EngineError } from '../protocol/engineError';

/** Where datasets of a project's own come from. */
interface Sources {
  readonly own: Pick<OwnDatasets, 'load'>;
  /** Photos being decoded. */
  decoding(done: number, total: number): void;
  readonly signal: AbortSignal;
}

/** The photos that were decoded last, with what they depend on: the next run has them at once. */
let decoded: { readonly key: string; readonly dataset: Dataset } | null = null;

async function photos(id: string, project: string, want: WantedPhotos, { decoding, signal }: Sources) {
  const { sets, files } = openPhotoStorage();
  const set = (await sets.list(project)).find((each) => each.id === id);
  if (set === undefined || !usable(set)) return null;
  const key = JSON.stringify([project, id, want, set.classes, set.photos]);
  if (decoded?.key === key) return decoded.dataset;
  decoded = null;
  const dataset = await loadPhotos(set, (hash) => files.read(project, hash), want, decoding, signal);
  decoded = { key, dataset };
  return dataset;
}

/**
 * A dataset by id: one that every page has, or one of the project's own; photos as the model wants them.
 * Throws `EngineError('datasetUnavailable' | 'cancelled')`.
 */
export async function datasetById(
  id: string,
  project: string,
  want: WantedPhotos | null,
  sources: Sources,
): Promise<Dataset> {
  const unavailable = (detail: string) =>
    new EngineError({ code: 'datasetUnavailable', data: { dataset: id, detail } });
  const load = (): Promise<Dataset | null> => {
    if (isBuiltIn(id)) return loadBuiltIn(id);
    if (!isPhotos(id)) return sources.own.load(project, id);
    return want === null ? Promise.resolve(null) : photos(id, project, want, sources);
  };
  const dataset = await load().catch((error: unknown) => {
    if (sources.signal.aborted) throw new EngineError({ code: 'cancelled', data: {} });
    throw unavailable(error instanceof Error ? error.message : String(error));
  });
  if (dataset === null) throw unavailable('');
  return dataset;
}
