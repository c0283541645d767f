/** Thrown where TensorFlow.js is not as our kernels and patches take it to be: it is another version than theirs. */
export class LibraryChanged extends Error {
  override readonly name = 'LibraryChanged';
  constructor(readonly part: string) {
    super(`TensorFlow.js is not the version that is needed: ${part} is missing or has changed.`);
  }
}

/** What must be there. Throws `LibraryChanged`. */
export function needed<T>(part: string, found: T | null | undefined): T {
  if (found === null || found === undefined) throw new LibraryChanged(part);
  return found;
}
