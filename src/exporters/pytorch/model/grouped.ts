import type { Step } from '../../../compile/plan';

/** What stands in one class: layers, and blocks of them in the order of computation. */
export type Item = { readonly step: Step } | { readonly block: string; readonly items: readonly Item[] };

export const stepsOf = (item: Item): readonly Step[] => ('step' in item ? [item.step] : item.items.flatMap(stepsOf));

/**
 * Layers in their named blocks. A block whose layers do not follow each other cannot be computed at once, and one with a
 * layer that is called outside it, too, is no class of its own: its layers stand by themselves.
 */
export function grouped(steps: readonly Step[], depth = 0, all = steps): readonly Item[] {
  const runs: { block: string | undefined; steps: Step[] }[] = [];
  for (const step of steps) {
    const block = step.blocks[depth];
    const last = runs.at(-1);
    if (last && last.block === block) last.steps.push(step);
    else runs.push({ block, steps: [step] });
  }
  const times = (block: string) => runs.filter((run) => run.block === block).length;
  return runs.flatMap(({ block, steps: inside }): readonly Item[] => {
    if (block === undefined) return inside.map((step) => ({ step }));
    const items = grouped(inside, depth + 1, all);
    const isApart = times(block) > 1 || inside.length === 1 || callsAcross(inside, all);
    return isApart ? items : [{ block, items }];
  });
}

/** Is a layer of these called outside them, or one from outside in here? */
function callsAcross(inside: readonly Step[], all: readonly Step[]): boolean {
  const own = new Set(inside.map(({ name }) => name));
  return all.some(({ name, sharesWith }) => sharesWith !== undefined && own.has(name) !== own.has(sharesWith));
}
