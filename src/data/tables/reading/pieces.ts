import { TableError } from '../tableTrouble';
import type { Encoding } from './encoding';

export interface Reading {
  /** Share of the file that has been read, 0 … 1. */
  progress(share: number): void;
  readonly signal: AbortSignal;
}

/** Bytes read at once: whoever shares the thread stays alive between the pieces. */
const pieceSize = 2 ** 20;

/** The bytes of a file in pieces. Rejects with `TableError('unreadable')`, or with the signal's reason when it was cancelled. */
export async function* bytesOf(file: Blob, { progress, signal }: Reading): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += pieceSize) {
    signal.throwIfAborted();
    const buffer = await file
      .slice(at, at + pieceSize)
      .arrayBuffer()
      .catch((error: unknown) => {
        throw new TableError({ code: 'unreadable', detail: error instanceof Error ? error.message : String(error) });
      });
    yield new Uint8Array(buffer);
    progress(Math.min(1, (at + pieceSize) / file.size));
  }
  signal.throwIfAborted();
}

/** The letters of a file in pieces: one whose bytes lie in two pieces comes whole. Rejects as `bytesOf`. */
export async function* textOf(file: Blob, encoding: Encoding, reading: Reading): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of bytesOf(file, reading)) yield decoder.decode(bytes, { stream: true });
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
