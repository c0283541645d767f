import { type DatasetFacts, factsOf } from '../dataset';
import type { OwnDatasets } from '../ownDatasets';
import { importFile } from './importFile';
import type { Reading } from './readRows';

export interface TableToRead {
  readonly project: string;
  readonly id: string;
  readonly file: File;
}

/** Makes a dataset of a file and keeps it. Rejects with `TableError`, or with the signal's reason when it was cancelled. */
export type ReadTable = (table: TableToRead, reading: Reading) => Promise<DatasetFacts>;

/** In the thread that calls it, which stands still meanwhile. */
export const readTableHere =
  (datasets: Pick<OwnDatasets, 'save'>): ReadTable =>
  async ({ project, id, file }, reading) => {
    const dataset = await importFile(id, file, file.name, reading);
    reading.signal.throwIfAborted();
    await datasets.save(project, dataset);
    return factsOf(dataset);
  };
