import { existsSync, openAsBlob } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromReader, SentFile, ToReader } from '../../formats/weights/reading/readingProtocol';
import { ServedReading, pulseMilliseconds } from '../../formats/weights/reading/servedReading';
import { type NamedBlob, WeightFileError } from '../../formats/weights/weightFile';

// The other end of `openInThread`.
const port = parentPort!;
const { folder } = workerData as { readonly folder: string };
// Only now: what made this TypeScript run keeps its own files where they were.
Object.assign(process.env, { TMPDIR: folder, TEMP: folder, TMP: folder });
const post = (message: FromReader, transfer: readonly ArrayBuffer[]) => port.postMessage(message, [...transfer]);

const reading = new ServedReading(post);
post({ type: 'ready' }, []);
setInterval(() => post({ type: 'alive' }, []), pulseMilliseconds);

async function blobOf(file: SentFile): Promise<NamedBlob> {
  if ('blob' in file) return file;
  const { name, path } = file;
  if (!existsSync(path)) throw new WeightFileError({ code: 'gone', name });
  return { name, blob: await openAsBlob(path) };
}

port.on('message', (asked: ToReader) => {
  void reading.answer(asked, ({ files }) => Promise.all(files.map(blobOf)));
});
