import type { Step } from '../plan';

/** Steps in an order that stays on a branch until it ends or meets another. */
export function branchByBranch(steps: readonly Step[]): Step[] {
  const waiting = new Set(steps);
  const done = new Set<string>();
  const placed: Step[] = [];
  const consumers = new Map<string, Step[]>();
  for (const step of steps) {
    for (const input of step.inputs) consumers.set(input, [...(consumers.get(input) ?? []), step]);
  }
  const ready = ({ inputs, sharesWith }: Step) =>
    inputs.every((input) => done.has(input)) && (sharesWith === undefined || done.has(sharesWith));
  while (waiting.size > 0) {
    const last = placed.at(-1)?.name ?? '';
    const onward = consumers.get(last)?.find((step) => waiting.has(step) && ready(step));
    const next = onward ?? [...waiting].find(ready)!;
    waiting.delete(next);
    done.add(next.name);
    placed.push(next);
  }
  return placed;
}
