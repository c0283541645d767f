import '../worker';

/** What a test asks of its worker: never to answer again, to crash, or to go without a word. */
export type Ailment = 'hang' | 'crash' | 'vanish';

globalThis.addEventListener('message', ({ data }: MessageEvent<{ readonly ailment?: Ailment }>) => {
  if (data.ailment === 'hang') for (;;);
  if (data.ailment === 'crash') throw new Error('It crashed.');
  if (data.ailment === 'vanish') globalThis.close();
});
