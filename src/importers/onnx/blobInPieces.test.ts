import { expect, test } from 'vitest';
import { blobInPieces } from './blobInPieces';

test.each([0, 5, 8 * 2 ** 20, 20 * 2 ** 20 + 3])('%d bytes come out as they went in', async (length) => {
  const bytes = Uint8Array.from({ length }, (_, at) => at % 251);
  const blob = await blobInPieces(bytes);
  expect(blob.size).toBe(length);
  const out = new Uint8Array(await blob.arrayBuffer());
  expect(Buffer.compare(out, bytes)).toBe(0);
});
