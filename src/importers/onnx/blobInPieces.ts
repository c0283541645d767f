/** A browser copies what goes into a Blob at once: no more than takes a few milliseconds. */
const pieceBytes = 8 * 2 ** 20;

/** Bytes as a Blob, piece by piece, so that a page hears what is pressed meanwhile. */
export async function blobInPieces(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
  if (bytes.length <= pieceBytes) return new Blob([bytes]);
  const pieces: Blob[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    pieces.push(new Blob([bytes.subarray(at, at + pieceBytes)]));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return new Blob(pieces);
}
