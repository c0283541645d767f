/** What Git has in place of a large file that was not fetched begins so: it says where the file lies. */
const pointer = 'version https://git-lfs.github.com/spec/';

/** Whether a file, by its first bytes, is Git LFS's pointer to the real one. */
export const isGitLfsPointer = (first: Uint8Array): boolean =>
  Array.from(pointer).every((letter, at) => first[at] === letter.charCodeAt(0));
