import type { FromReader, ToReader } from './readingProtocol';
import { ServedReading, pulseMilliseconds } from './servedReading';

// With options, not a list: windows and workers take these alike, and so do the DOM's types.
const post = (message: FromReader, transfer: readonly ArrayBuffer[]) =>
  globalThis.postMessage(message, { transfer: [...transfer] });

const reading = new ServedReading(post);
post({ type: 'ready' }, []);
setInterval(() => post({ type: 'alive' }, []), pulseMilliseconds);

globalThis.addEventListener('message', ({ data }: MessageEvent<ToReader>) =>
  reading.answer(data, async ({ files }) => files.filter((file) => 'blob' in file)),
);
