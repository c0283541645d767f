import { indexedDbDatasets } from '../ownDatasets';
import { readTableHere } from './readTable';
import { tableTroubleOf } from './tableTrouble';
import type { FromTables, ToTables } from './tablesProtocol';

const post = (message: FromTables) => globalThis.postMessage(message, { transfer: [] });
/** Whoever cancels ends this worker. */
const { signal } = new AbortController();

globalThis.addEventListener('message', async ({ data }: MessageEvent<ToTables>) => {
  let said = -Infinity;
  const progress = (share: number) => {
    // As often as a screen can show it.
    if (share < 1 && performance.now() - said < 50) return;
    said = performance.now();
    post({ type: 'progress', share });
  };
  try {
    post({ type: 'done', facts: await readTableHere(indexedDbDatasets())(data, { progress, signal }) });
  } catch (error) {
    post({ type: 'failed', trouble: tableTroubleOf(error) });
  }
});
