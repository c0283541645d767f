import { expect, test } from 'vitest';
import { ZipError } from '../../formats/zipEntries';
import { buffersOf, troubleOf } from './photosAnswer';

test.each([
  [new ZipError('pets.zip'), { code: 'brokenZip', name: 'pets.zip' }],
  [new DOMException('full', 'QuotaExceededError'), { code: 'storageFull' }],
  [new DOMException('gone', 'NotFoundError'), { code: 'failed', detail: 'gone' }],
  [Object.assign(new Error('ours'), { name: 'QuotaExceededError' }), { code: 'failed', detail: 'ours' }],
  ['text', { code: 'failed', detail: 'text' }],
])('%s is told the page', (error, trouble) => {
  expect(troubleOf(error, new AbortController().signal)).toEqual(trouble);
  expect(troubleOf(error, AbortSignal.abort())).toEqual({ code: 'cancelled' });
});

const pixels = new Uint8Array([1, 2, 3]);
const numbers = new Float32Array([1, 2]);
test.each([
  ['pixels', pixels, [pixels.buffer]],
  ['deep grey', numbers, [numbers.buffer]],
  ['a picture', { width: 1, height: 1, channels: 3, values: pixels }, [pixels.buffer]],
  ['what is no picture', null, []],
  ['a question', { readings: [] }, []],
] as const)('%s goes over without a copy', (_, answer, buffers) => {
  expect(buffersOf(answer as Parameters<typeof buffersOf>[0])).toEqual(buffers);
  buffersOf(answer as Parameters<typeof buffersOf>[0]).forEach((buffer, at) => expect(buffer).toBe(buffers[at]));
});
