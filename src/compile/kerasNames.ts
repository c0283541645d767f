/** Keras forbids `/` in layer names; broken halves of a surrogate pair cannot be written as UTF-8. */
const refused = /[/\p{Cs}]/gu;

/**
 * Layer names as Keras takes them: unchanged where they are legal, otherwise the refused characters become `_`
 * and a number keeps the name unique.
 */
export function kerasNames(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set(names);
  return new Map(
    names.map((name) => {
      const legal = name.replace(refused, '_');
      if (legal === name) return [name, name];
      let free = legal;
      for (let number = 1; taken.has(free); number++) free = `${legal}_${number}`;
      taken.add(free);
      return [name, free];
    }),
  );
}
