import type { ReadTable } from './readTable';
import { TableError } from './tableTrouble';
import type { FromTables } from './tablesProtocol';

/** In a worker of its own beside the page, which keeps the dataset in IndexedDB; cancelling ends it at once. */
export const readTableBeside: ReadTable = (table, { progress, signal }) =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const port = new Worker(new URL('./tablesWorker.ts', import.meta.url), { type: 'module', name: 'tables' });
    const cancel = () => {
      port.terminate();
      reject(signal.reason);
    };
    signal.addEventListener('abort', cancel, { once: true });
    const end = () => {
      signal.removeEventListener('abort', cancel);
      port.terminate();
    };
    port.addEventListener('message', ({ data }: MessageEvent<FromTables>) => {
      if (data.type === 'progress') {
        progress(data.share);
        return;
      }
      end();
      if (data.type === 'done') resolve(data.facts);
      else reject(new TableError(data.trouble));
    });
    // Out of memory, or its script did not come.
    port.addEventListener('error', ({ message }) => {
      end();
      reject(new TableError({ code: 'unreadable', detail: message ?? '' }));
    });
    port.postMessage(table);
  });
