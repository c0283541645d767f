import { addBrick, insertOnWire } from '../../../document/edits';
import type { Edit } from '../../../document/document';
import type { Library } from '../../../document/template';
import type { Towers } from '../../../layout/towers';
import type { newBrick } from '../../../editor/building/placeBrick';
import type { Drop } from '../canvasStore';
import { standUnder } from './standUnder';

/** Puts a new brick where it is let go: on a tower or under it, into a wire, or `at` the place itself. */
export function dropEdit(
  brick: ReturnType<typeof newBrick>,
  drop: Drop,
  at: readonly [number, number],
  towers: Towers,
  library: Library,
): Edit {
  const added = { ...brick, at };
  const wire = drop.kind === 'wire' ? towers.wires.find(({ id }) => id === drop.id) : undefined;
  if (wire) return insertOnWire(library, wire.edge, added);
  if (drop.kind === 'tower') return addBrick(library, { ...added, on: drop.on });
  if (drop.kind !== 'under') return addBrick(library, added);
  return (before) => standUnder(library, brick.name, drop.tower)(addBrick(library, added)(before));
}
