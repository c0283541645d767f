import { Position, type ReactFlowState, useStore } from 'reactflow';
import { depth } from '../../../layout/geometry';

/** Room that a card takes beside its brick, in pixels of the window. */
const room = 330;

/** The side of a brick on which a card is not cut off; to the right where there is room. */
export const useFreeSide = (id: string): Position => useStore((state) => freeSide(state, id));

function freeSide({ nodeLookup, transform: [left, , zoom], width }: ReactFlowState, id: string): Position {
  const node = nodeLookup.get(id);
  if (!node) return Position.Right;
  const { x } = node.internals.positionAbsolute;
  if ((x + (node.width ?? 0) + depth.x) * zoom + left + room < width) return Position.Right;
  return x * zoom + left > room ? Position.Left : Position.Bottom;
}
