import type { Step } from '../../../compile/plan';

/** What stands in one class: layers, and blocks of them in the order of computation. */
export type Item = { readonly step: Step } | { readonly block: string; readonly items: readonly Item[] };

export const stepsOf = (item: Item): readonly Step[] => ('step' in item ? [item.step] : item.items.flatMap(stepsOf));

/**
 * Layers in their named blocks. A block whose layers do not follow each other cannot be computed at once: its layers
 * stand by themselves.
 */
export function grouped(steps: readonly Step[], depth = 0): readonly Item[] {
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
    const items = grouped(inside, depth + 1);
    return times(block) > 1 || inside.length === 1 ? items : [{ block, items }];
  });
}
