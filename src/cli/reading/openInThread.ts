import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { OpenSaved } from '../../formats/saved/readSavedModel';
import { openApart } from '../../formats/weights/reading/openApart';
import type { FromReader, ReaderWire, SentFile } from '../../formats/weights/reading/readingProtocol';
import type { NamedBlob } from '../../formats/weights/weightFile';
import { typescriptThread } from './typescriptThread';

/** A thread that reads files; `folder` takes what it writes, and leaves behind where it is ended. */
export const readingThread = (folder: string): Worker =>
  typescriptThread(new URL('./readingThread.ts', import.meta.url), { folder });

/** A reader in this thread; `gone` follows when it has been ended. */
export function threadWire(worker: Worker, gone: () => void = () => undefined): ReaderWire {
  return {
    send: (message, transfer) => worker.postMessage(message, [...transfer]),
    listen(heard, died) {
      worker.on('message', (message: FromReader) => heard(message));
      worker.on('error', died);
      worker.on('exit', died);
    },
    end: () => void worker.terminate().then(gone),
  };
}

function isCloneable(blob: Blob): boolean {
  try {
    structuredClone(blob);
    return true;
  } catch (error) {
    // Node 20 says a TypeError with a code of its own, later ones what browsers say.
    const { name, code } = error as NodeJS.ErrnoException;
    if (name === 'DataCloneError' || code === 'ERR_INVALID_STATE') return false;
    throw error;
  }
}

/** Blobs of files cannot be sent to a thread: it is sent where they lie, or where a copy does. */
async function sent(file: NamedBlob & { readonly path?: string }, folder: string, index: number): Promise<SentFile> {
  const { name, blob, path } = file;
  if (path !== undefined) return { name, path };
  if (isCloneable(blob)) return { name, blob };
  const copy = join(folder, `file${index}`);
  const written = await open(copy, 'w');
  try {
    for await (const piece of blob.stream()) await written.write(piece);
  } finally {
    await written.close();
  }
  return { name, path: copy };
}

/** On the command line: opens a saved model, or weights alone, in a thread of its own. Throws `WeightFileError`, or the reason of `signal`. */
export const openInThread: OpenSaved = async (files, signal) => {
  const folder = mkdtempSync(join(tmpdir(), 'deepbrick-reading-'));
  const all: SentFile[] = [];
  const clear = () => rmSync(folder, { recursive: true, force: true });
  try {
    for (const [index, file] of files.entries()) all.push(await sent(file, folder, index));
  } catch (error) {
    clear();
    throw error;
  }
  return openApart(threadWire(readingThread(folder), clear), all, signal);
};
