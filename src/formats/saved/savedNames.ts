import { layerNames } from '../../compile/layerNames';
import type { Step } from '../../compile/plan';
import { operationNames } from '../../compile/wired/operationNames';

/**
 * Layer names as saved models have them: those of every export, but for layers that are called like an operation of
 * Keras's masks. Keras names these anew when it reads the model, and would refuse it. A layer called again has one name.
 */
export function savedNames(steps: readonly Step[]): ReadonlyMap<string, string> {
  const names = layerNames(steps);
  const taken = new Set(names.values());
  const refused = operationNames(steps, taken);
  const freed = (name: string) => {
    let free = `${name}_layer`;
    for (let number = 1; taken.has(free); number++) free = `${name}_layer_${number}`;
    taken.add(free);
    return free;
  };
  const saved = new Map([...names].map(([step, name]) => [step, refused.has(name) ? freed(name) : name]));
  for (const { name, sharesWith } of steps) if (sharesWith !== undefined) saved.set(name, saved.get(sharesWith)!);
  return saved;
}
