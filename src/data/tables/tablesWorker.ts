import type { Dataset } from '../dataset';
import { indexedDbDatasets } from '../ownDatasets';
import { tablesHere } from './readTable';
import { tableTroubleOf } from './tableTrouble';
import type { FromTables, ToTables } from './tablesProtocol';

const post = (message: FromTables, transfer: Transferable[] = []) => globalThis.postMessage(message, { transfer });
/** Whoever cancels ends this worker. */
const { signal } = new AbortController();

/** What goes over to the page without a copy. */
function buffersOf({ values, target, sampleWeights, lines }: Dataset): Transferable[] {
  const arrays = [values, target.kind === 'classes' ? target.labels : target.values, sampleWeights, lines];
  return [...new Set(arrays.flatMap((array) => (ArrayBuffer.isView(array) ? [array.buffer as ArrayBuffer] : [])))];
}

globalThis.addEventListener('message', async ({ data }: MessageEvent<ToTables>) => {
  let said = -Infinity;
  const progress = (share: number) => {
    // As often as a screen can show it.
    if (share < 1 && performance.now() - said < 50) return;
    said = performance.now();
    post({ type: 'progress', share });
  };
  try {
    if (data.type === 'load') {
      const dataset = await indexedDbDatasets().load(data.project, data.id);
      post({ type: 'loaded', dataset }, dataset === null ? [] : buffersOf(dataset));
      return;
    }
    const tables = tablesHere(indexedDbDatasets());
    const reading = { progress, signal };
    if (data.type === 'survey') {
      post({ type: 'surveyed', survey: await tables.survey(data.file, data.said, reading) });
    } else post({ type: 'done', facts: await tables.read(data.table, reading) });
  } catch (error) {
    post({ type: 'failed', trouble: tableTroubleOf(error) });
  }
});
