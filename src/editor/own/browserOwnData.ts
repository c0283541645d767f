import { indexedDbDatasets, memoryDatasets } from '../../data/ownDatasets';
import { largeBeside } from '../../data/tables/largeBeside';
import { type OwnData, createOwnData } from './ownData';

/** Whoever brings no table pays nothing for it. */
const beside = () => import('../../data/tables/tablesClient');

/** Own data in the browser's database, read and brought by workers; in memory where there is none. */
export const createBrowserOwnData = (): OwnData =>
  'indexedDB' in globalThis
    ? createOwnData(
        largeBeside(indexedDbDatasets(), async (...asked) => (await beside()).loadBeside(...asked)),
        {
          survey: async (...asked) => (await beside()).tablesBeside.survey(...asked),
          read: async (...asked) => (await beside()).tablesBeside.read(...asked),
        },
      )
    : createOwnData(memoryDatasets());
