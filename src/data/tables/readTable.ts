import { type DatasetFacts, factsOf } from '../dataset';
import type { OwnDatasets } from '../ownDatasets';
import type { Reading } from './reading/pieces';
import { type Said, type Survey, surveyOf } from './survey';
import type { TableChoices } from './taking/choices';
import { takeTable } from './taking/takeTable';

export interface TableToRead {
  readonly project: string;
  readonly id: string;
  readonly file: File;
  readonly choices: TableChoices;
}

/** What is done with files, here or in another thread. Both reject with `TableError`, or with the signal's reason when cancelled. */
export interface Tables {
  /** Looks through a file. */
  survey(file: File, said: Said, reading: Reading): Promise<Survey>;
  /** Makes a dataset of a file and keeps it. */
  read(table: TableToRead, reading: Reading): Promise<DatasetFacts>;
}

/** In the thread that calls it, which stands still meanwhile. */
export const tablesHere = (datasets: Pick<OwnDatasets, 'save'>): Tables => ({
  survey: (file, said, reading) => surveyOf(file, file.name, said, reading),
  async read({ project, id, file, choices }, reading) {
    const dataset = await takeTable(id, file, choices, reading);
    reading.signal.throwIfAborted();
    await datasets.save(project, dataset);
    return factsOf(dataset);
  },
});
