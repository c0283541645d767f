/** A small memory that outlives the page: local or session storage. */
export type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What is remembered; null also where the browser refuses its memory (private mode, blocked cookies). */
export function recall(memory: Memory, key: string): string | null {
  try {
    return memory.getItem(key);
  } catch {
    return null;
  }
}

/** Remembers, or forgets with null. False when the browser refuses or the memory is full: then nothing is remembered. */
export function remember(memory: Memory, key: string, text: string | null): boolean {
  try {
    if (text === null) memory.removeItem(key);
    else memory.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
