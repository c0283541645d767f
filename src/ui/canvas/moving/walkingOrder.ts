import type { Plan } from '../../../compile/plan';
import type { Towers } from '../../../layout/towers';

/** Items from the model's input to its output; what is not in the model comes after. */
export function walkingOrder(towers: Towers, plan: Plan): readonly string[] {
  const order = new Set<string>();
  for (const { name } of plan.steps) order.add(towers.itemOf.get(name)!);
  const rest = [...towers.items.values()].filter(({ id }) => !order.has(id));
  rest.sort((a, b) => a.x - b.x || b.y - a.y);
  for (const { id } of rest) order.add(id);
  return [...order];
}
