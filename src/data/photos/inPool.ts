/** Works on many things, some at a time, in order of beginning; ends early, rejecting, when one fails or the signal says so. */
export async function inPool<T>(
  things: readonly T[],
  atATime: number,
  signal: AbortSignal,
  work: (thing: T, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failed = false;
  const lane = async () => {
    while (next < things.length && !failed) {
      signal.throwIfAborted();
      const index = next++;
      try {
        await work(things[index]!, index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(atATime, things.length) }, lane));
  for (const each of lanes) if (each.status === 'rejected') throw each.reason;
}
