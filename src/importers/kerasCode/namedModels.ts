import type { FoundModel, HeldModel } from './foundModels';

/** A variable that held several models names each by its cell or line. */
export function namedModels(found: readonly HeldModel[]): readonly FoundModel[] {
  const counts = new Map<string, number>();
  for (const { variable } of found) counts.set(variable, (counts.get(variable) ?? 0) + 1);
  const taken = new Set<string>();
  return found.map((each) => {
    const place = each.cell ?? each.line;
    let name = counts.get(each.variable) === 1 ? each.variable : `${each.variable}@${place}`;
    for (let number = 2; taken.has(name); number++) name = `${each.variable}@${place}.${number}`;
    taken.add(name);
    return { ...each, name };
  });
}
