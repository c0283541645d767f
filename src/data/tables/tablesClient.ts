import type { OwnDatasets } from '../ownDatasets';
import type { Tables } from './readTable';
import { TableError } from './tableTrouble';
import type { FromTables, ToTables } from './tablesProtocol';

/** The worker's last answer to one question. Rejects with `TableError`, or with the signal's reason: cancelling ends it at once. */
function asked(
  question: ToTables,
  { progress, signal }: { readonly progress?: (share: number) => void; readonly signal?: AbortSignal } = {},
): Promise<Extract<FromTables, { type: 'surveyed' | 'done' | 'loaded' }>> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const port = new Worker(new URL('./tablesWorker.ts', import.meta.url), { type: 'module', name: 'tables' });
    const cancel = () => {
      port.terminate();
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    const end = () => {
      signal?.removeEventListener('abort', cancel);
      port.terminate();
    };
    port.addEventListener('message', ({ data }: MessageEvent<FromTables>) => {
      if (data.type === 'progress') {
        progress?.(data.share);
        return;
      }
      end();
      if (data.type === 'failed') reject(new TableError(data.trouble));
      else resolve(data);
    });
    // Out of memory, or its script did not come.
    port.addEventListener('error', ({ message }) => {
      end();
      reject(new TableError({ code: 'unreadable', detail: message ?? '' }));
    });
    port.postMessage(question);
  });
}

/** In a worker of its own beside the page, which keeps datasets in IndexedDB; cancelling ends it at once. */
export const tablesBeside: Tables = {
  async survey(file, said, reading) {
    const answer = await asked({ type: 'survey', file, said }, reading);
    if (answer.type !== 'surveyed') throw new Error(`The tables' worker answered ${answer.type}.`);
    return answer.survey;
  },
  async read(table, reading) {
    const answer = await asked({ type: 'read', table }, reading);
    if (answer.type !== 'done') throw new Error(`The tables' worker answered ${answer.type}.`);
    return answer.facts;
  },
};

/** A kept dataset, read in a worker of its own: here it only changes hands. Rejects with `TableError`. */
export const loadBeside: OwnDatasets['load'] = async (project, id) => {
  const answer = await asked({ type: 'load', project, id });
  if (answer.type !== 'loaded') throw new Error(`The tables' worker answered ${answer.type}.`);
  return answer.dataset;
};
