import { Position, type ReactFlowState, useStore } from 'reactflow';
import { depth } from '../../../layout/geometry';
import { type Box, freeSide } from './freeSide';

/** The side of a brick on which a card has room. */
export const useFreeSide = (id: string): Position => useStore((state) => sideOf(state, id));

function sideOf({ nodeLookup, transform: [left, top, zoom], width, height }: ReactFlowState, id: string): Position {
  const boxes = new Map<string, Box>();
  for (const [name, { internals, width: wide, height: high }] of nodeLookup) {
    const { x, y } = internals.positionAbsolute;
    const box = { x: x * zoom + left, y: (y - depth.y) * zoom + top };
    boxes.set(name, { ...box, width: ((wide ?? 0) + depth.x) * zoom, height: ((high ?? 0) + depth.y) * zoom });
  }
  const brick = boxes.get(id);
  if (!brick) return Position.Right;
  boxes.delete(id);
  return freeSide(brick, [...boxes.values()], { width, height });
}
