/** How layers that were written and read differ from themselves, told by name as text; empty where they do not. */
export function layersDiffer(written: ReadonlyMap<string, string>, read: ReadonlyMap<string, string>): string[] {
  const names = new Set([...written.keys(), ...read.keys()]);
  return [...names].flatMap((name) =>
    written.get(name) === read.get(name) ? [] : [`${name}: ${written.get(name)} ≠ ${read.get(name)}`],
  );
}
