/**
 * Lets other tasks of the page or the worker run: a picture is drawn, messages are read between batches and not only at the
 * end of a run. Unlike a timer's, its turn comes at once in a page that nobody looks at, too.
 */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port2.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port2.start();
    port1.postMessage(null);
  });
}
