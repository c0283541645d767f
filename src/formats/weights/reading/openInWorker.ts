import type { OpenSaved } from '../../saved/readSavedModel';
import { openApart } from './openApart';
import type { FromReader, ReaderWire } from './readingProtocol';

function workerWire(): ReaderWire {
  const worker = new Worker(new URL('./readingWorker.ts', import.meta.url), { type: 'module', name: 'reading' });
  return {
    send: (message, transfer) => worker.postMessage(message, [...transfer]),
    listen(heard, died) {
      worker.addEventListener('message', ({ data }: MessageEvent<FromReader>) => heard(data));
      worker.addEventListener('error', died);
      worker.addEventListener('messageerror', died);
    },
    end: () => worker.terminate(),
  };
}

/** In a browser: opens a saved model, or weights alone, in a worker of its own. Throws `WeightFileError`, or the reason of `signal`. */
export const openInWorker: OpenSaved = (files, signal) => openApart(workerWire(), files, signal);
