import { layerNames } from '../../compile/layerNames';
import type { Plan } from '../../compile/plan';
import { operationNames } from '../../compile/wired/operationNames';
import { pythonString } from './pythonText';

/** No model makes as many operations of a kind. */
const most = 10_000;

/** Lines by which Keras counts its operations from behind the layers that have such names: these keep theirs. */
export function maskNameLines({ steps }: Plan): string[] {
  const counts = new Map<string, number>();
  for (const { operation, place } of operationNames(steps, layerNames(steps).values()).values()) {
    if (place < most) counts.set(operation, Math.max(counts.get(operation) ?? 0, place + 1));
  }
  if (counts.size === 0) return [];
  return [
    '    # Keras names the operations that compute masks: not like these layers.',
    ...[...counts].flatMap(([operation, count]) => {
      const take = `keras.backend.get_uid(${pythonString(operation)})`;
      return count === 1 ? [`    ${take}`] : [`    for _ in range(${count}):`, `        ${take}`];
    }),
    '',
  ];
}
