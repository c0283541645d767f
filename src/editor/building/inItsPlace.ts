import type { AnyBrick } from '../../brick/brick';
import { type Shape, ShapeError } from '../../brick/shape';
import type { Plan } from '../../compile/plan';
import type { Document, Json } from '../../document/document';
import { paramsInPlace } from '../../document/edits/exchangeKept';
import { keptPlaceholder } from '../../document/structure/placeholder';
import type { Library } from '../../document/template';

/** The bricks that take what comes into a layer that nothing here computes; those of its own class first. */
export function inItsPlace(
  name: string,
  { nodes, edges }: Document,
  { shapes }: Plan,
  library: Library,
): readonly AnyBrick[] {
  const kept = nodes[name] && keptPlaceholder(nodes[name]);
  if (!kept) return [];
  const inputs = edges.filter(({ to }) => to === name).map(({ from }) => shapes[from]);
  const known = inputs.filter((shape): shape is Shape => shape !== undefined);
  const fitting = Object.values(library.bricks).filter((brick) => {
    const isMany = brick.inputs === 'many' ? inputs.length > 1 : brick.inputs === inputs.length;
    if (!isMany || inputs.length === 0 || brick.nested) return false;
    return (
      known.length < inputs.length || takes(brick, known, paramsInPlace(brick, kept.config as Record<string, Json>))
    );
  });
  const isOwn = (brick: AnyBrick) => brick.layer.keras === kept.className;
  return [...fitting.filter(isOwn), ...fitting.filter((brick) => !isOwn(brick))];
}

function takes(brick: AnyBrick, inputs: readonly Shape[], params: Record<string, Json>): boolean {
  try {
    brick.shape(inputs, params);
    return true;
  } catch (error) {
    if (error instanceof ShapeError) return false;
    throw error;
  }
}
