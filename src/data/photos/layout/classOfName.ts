/** What cameras and programs call every picture. */
const anything =
  /^(img|image|dsc[fn]?|p|pic|picture|photo|scan|screenshot|frame|file|untitled|kakaotalk|사진|이미지|그림)$/iu;

/** What a file's name says besides its number: `cat.12.jpg`, `cat (3).png`, `0012_cat.png` are cats; null where it is only a number, or has none. */
export function classOfName(file: string): string | null {
  const name = file.normalize('NFC').replace(/\.[^.]*$/, '');
  const [, before, after] = /^(?:(.*?)[\s._\-([#]*\d+[)\]]?|\d+[\s._-]+(.*?))$/u.exec(name) ?? [];
  const found = (before || after || '').replaceAll(/^[\s._-]+|[\s._\-(]+$/g, '');
  return /\p{L}/u.test(found) && !anything.test(found) ? found : null;
}

/**
 * The class of each file by its name, where all names are made of a word and a number and each of at least two words
 * stands in two names or more; else null.
 */
export function classesByName(files: readonly string[]): readonly string[] | null {
  const found = files.map(classOfName);
  const counts = new Map<string, number>();
  for (const name of found) {
    if (name === null) return null;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (counts.size < 2 || [...counts.values()].some((count) => count < 2)) return null;
  return found.filter((name) => name !== null);
}
